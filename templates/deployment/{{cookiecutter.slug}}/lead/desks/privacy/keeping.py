"""The pages of retention: what is due, what is on hold, and the two steps of a purge."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from lead.audit.log import write
from lead.program import program
from lead.records.models import Person

from . import purging
from .forms import HoldForm, LiftForm, PurgeForm
from .models import Certificate, Hold
from .oversight import asks, does, found, kept, page, reads
from .retention import computed, due, due_of, on_hold


@reads
def retention(request: HttpRequest) -> HttpResponse:
    """What is due to be destroyed, what is on hold, what was destroyed."""
    now_due = due()
    holds = Hold.objects.filter(lifted_at=None).select_related("person", "by")
    shown = {
        "due": now_due,
        "holds": holds,
        "rules": [(id_.replace("-", " "), one, computed(one)) for id_, one in program().retention.items()],
        "certificates": Certificate.objects.all()[:50],
    }
    about = [one.person.pk for one in now_due] + [one.person_id for one in holds]
    return page(request, "retention", about=about, **shown)


@asks
def hold(request: HttpRequest) -> HttpResponse:
    """Put a record on hold."""
    form = HoldForm(request.POST or None)

    def keep() -> str:
        person = form.cleaned_data["person"]
        Hold.objects.create(person=person, reason=form.cleaned_data["reason"], by_id=request.user.pk)
        Person.objects.filter(pk=person.pk).update(legal_hold=True)
        return kept(request, "retention", "hold_set", person=person.pk)

    return page(request, "hold", form, keep)


@asks
def lift(request: HttpRequest, pk: int) -> HttpResponse:
    """Lift a hold; a record that another one is on stays on hold."""
    one = found(request, Hold, pk=pk, lifted_at=None)
    form = LiftForm(request.POST or None)

    def keep() -> str:
        one.lifted_at, one.lifted_by_id, one.lifted_why = timezone.now(), request.user.pk, form.cleaned_data["why"]
        one.save()
        left = one.person.holds.filter(lifted_at=None).exists()
        Person.objects.filter(pk=one.person_id).update(legal_hold=left)
        return kept(request, "retention", "hold_lifted", person=one.person_id)

    return page(request, "lift", form, keep, about=[one.person_id], one=one)


@does
def prepare(request: HttpRequest, code: str) -> HttpResponse:
    """The first step of a purge: what would go is counted."""
    person = found(request, Person, code=code)
    now_due = next((one for one in due_of(person) if one.rule == request.POST.get("rule", "")), None)
    if now_due is None or now_due.held:
        messages.error(request, _("This is not due, or it is on legal hold. Nothing was prepared."))
        return redirect("privacy:retention")
    one, made = Certificate.objects.get_or_create(
        code=person.code, rule=now_due.rule, done_at=None, defaults={"counts": now_due.counts, "by_id": request.user.pk}
    )
    if made:
        write(request, "purge_prepared", person=person.pk, thing=now_due.rule or "whole record")
    return redirect("privacy:purge", one.pk)


@asks
def purge(request: HttpRequest, pk: int) -> HttpResponse:
    """The second step of a purge, and the certificate of it afterwards."""
    one = found(request, Certificate, pk=pk)
    form = PurgeForm(request.POST or None)
    person = Person.objects.get(code=one.code)

    def destroy() -> str:
        if form.cleaned_data["code"].strip().upper() != one.code:
            raise ValidationError({"code": _("This is not the code of the record.")})
        done = purging.purge(one, request.user)
        thing = done.rule or "whole record"
        return kept(request, "purge", "purged", one.pk, person=person.pk, thing=thing, note=done.digest)

    shown = {
        "one": one,
        "held": on_hold(person),
        "whole": not one.done_at or one.sealed() == one.digest,
        "rule": program().retention.get(one.rule, {}),
    }
    return page(request, "purge", form, None if one.done_at else destroy, **shown)
