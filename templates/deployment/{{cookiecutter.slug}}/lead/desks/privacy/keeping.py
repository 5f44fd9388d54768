"""Orders and approvals, retention and purge, the register of complaints and incidents."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lead.audit.log import write
from lead.audit.reading import actor
from lead.pages.forms import answer
from lead.program import program
from lead.records.models import Authority, Person

from . import retention as rules
from .forms import AuthorityForm, EntryForm, FindingForm, HoldForm, LiftForm, PurgeForm
from .models import Certificate, Entry, Hold
from .views import desk, found, looked


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def authorities(request: HttpRequest) -> HttpResponse:
    """Orders of courts, duties in law, audits, approved studies."""
    form = AuthorityForm(request.POST or None)
    who = actor(request)

    def keep() -> str:
        said = {name: value for name, value in form.cleaned_data.items() if name != "token"}
        entered = {"held_by": who.agency if who else "", "created_by_id": request.user.pk}
        one = Authority.objects.create(**said, **entered)
        write(request, "changed", person=one.person_id, thing="authority", basis=one.kind)
        return reverse("privacy:authorities")

    rows = Authority.objects.select_related("person").order_by("-begins", "-pk")
    looked(request, (one.person_id for one in rows if one.person_id), "privacy:authorities")
    return answer(request, "privacy/authorities.html", form, keep, rows=rows)


@require_POST
@desk
def end_authority(request: HttpRequest, pk: int) -> HttpResponse:
    """End one: from tomorrow on nothing rests on it; what begins later is set aside."""
    one = found(request, Authority, pk=pk)
    if one.ends is None or one.ends > timezone.localdate():
        one.ends = timezone.localdate()
        one.save(update_fields=["ends"])
        write(request, "changed", person=one.person_id, thing="authority ended", basis=one.kind)
    return redirect("privacy:authorities")


@require_safe
@desk
def retention(request: HttpRequest) -> HttpResponse:
    """What is due to be destroyed, what is on hold, what was destroyed."""
    due = rules.due()
    holds = Hold.objects.filter(lifted_at=None).select_related("person", "by")
    looked(request, [one.person.pk for one in due] + [one.person_id for one in holds], "privacy:retention")
    said = [(id_.replace("-", " "), one, rules.computed(one)) for id_, one in program().retention.items()]
    shown = {"due": due, "holds": holds, "rules": said, "certificates": Certificate.objects.all()[:50]}
    return render(request, "privacy/retention.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def hold(request: HttpRequest) -> HttpResponse:
    """Put a record on hold."""
    form = HoldForm(request.POST or None)

    def keep() -> str:
        person = form.cleaned_data["person"]
        Hold.objects.create(person=person, reason=form.cleaned_data["reason"], by_id=request.user.pk)
        Person.objects.filter(pk=person.pk).update(legal_hold=True)
        write(request, "hold_set", person=person.pk)
        return reverse("privacy:retention")

    return answer(request, "privacy/hold.html", form, keep)


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def lift(request: HttpRequest, pk: int) -> HttpResponse:
    """Lift a hold; a record that another one is on stays on hold."""
    one = found(request, Hold, pk=pk, lifted_at=None)
    form = LiftForm(request.POST or None)

    def keep() -> str:
        one.lifted_at, one.lifted_by_id, one.lifted_why = timezone.now(), request.user.pk, form.cleaned_data["why"]
        one.save()
        left = one.person.holds.filter(lifted_at=None).exists()
        Person.objects.filter(pk=one.person_id).update(legal_hold=left)
        write(request, "hold_lifted", person=one.person_id)
        return reverse("privacy:retention")

    looked(request, [one.person_id], "privacy:hold")
    return answer(request, "privacy/lift.html", form, keep, one=one)


@require_POST
@desk
def prepare(request: HttpRequest, code: str) -> HttpResponse:
    """The first step of a purge: what would go is counted."""
    person = found(request, Person, code=code)
    due = next((one for one in rules.due_of(person) if one.rule == request.POST.get("rule", "")), None)
    if due is None or person.legal_hold:
        messages.error(request, _("This is not due, or it is on legal hold. Nothing was prepared."))
        return redirect("privacy:retention")
    one, made = Certificate.objects.get_or_create(
        code=person.code, rule=due.rule, done_at=None, defaults={"counts": due.counts, "by_id": request.user.pk}
    )
    if made:
        write(request, "purge_prepared", person=person.pk, thing=due.rule or "whole record")
    return redirect("privacy:purge", one.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def purge(request: HttpRequest, pk: int) -> HttpResponse:
    """The second step of a purge, and the certificate of it afterwards."""
    one = found(request, Certificate, pk=pk)
    form = PurgeForm(request.POST or None, code=one.code)

    def destroy() -> str:
        done = rules.purge(one, request.user)
        person = Person.objects.values_list("pk", flat=True).get(code=one.code)
        write(request, "purged", person=person, thing=done.rule or "whole record", note=done.digest)
        return reverse("privacy:purge", args=[one.pk])

    held = Person.objects.filter(code=one.code, legal_hold=True).exists()
    whole = not one.done_at or one.sealed() == one.digest
    return answer(
        request, "privacy/purge.html", form, None if one.done_at else destroy, one=one, held=held, whole=whole
    )


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def register(request: HttpRequest) -> HttpResponse:
    """Complaints and incidents."""
    form = EntryForm(request.POST or None)

    def keep() -> str:
        said = {name: form.cleaned_data[name] for name in ("kind", "known_on", "text")}
        person = form.cleaned_data["person"]
        Entry.objects.create(**said, code=person.code if person else "", by_id=request.user.pk)
        write(request, "changed", person=person.pk if person else None, thing=said["kind"])
        return reverse("privacy:register")

    rows = Entry.objects.order_by(F("closed_at").desc(nulls_first=True), "-at")
    return answer(request, "privacy/register.html", form, keep, rows=rows, grievance=program().texts.get("grievance"))


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """One complaint or incident, and what came of it."""
    one = found(request, Entry, pk=pk)
    form = FindingForm(request.POST or None)
    form.fields["finding"].label = _("What came of it")

    def keep() -> str:
        one.outcome, one.closed_at = form.cleaned_data["finding"], timezone.now()
        one.save(update_fields=["outcome", "closed_at"])
        write(request, "changed", thing=f"{one.kind} closed")
        return reverse("privacy:register")

    return answer(request, "privacy/entry.html", form, None if one.closed_at else keep, one=one)
