"""The access log, disclosures, consents and emergencies.

The desk oversees everybody's records, and so names them by their codes alone: what a person is called, or what is
written of them, goes through the gate here as everywhere. What it looked at stands in the log like any other reading.
"""

from __future__ import annotations

import csv
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lead.accounts.models import User
from lead.audit.log import write
from lead.audit.models import AuditEvent
from lead.audit.reading import actor
from lead.desks import policy
from lead.pages.forms import answer
from lead.pages.tables import cell
from lead.pages.templatetags.lead import named
from lead.pages.words import said
from lead.records.models import BreakGlass, Disclosure, Event, Person, Revocation

from . import overseeing
from .forms import FindForm, FindingForm, LogFilter
from .models import LogReview

desk = policy(desk="privacy", purpose="audit")
PAGE = 50


def found(request: HttpRequest, model: Any, **by: Any) -> Any:
    """What an address names; where there is nothing, that somebody tried stands in the log."""
    one = model._default_manager.filter(**by).first() if by.get("pk", 0) < 2**63 else None
    if one is None:
        write(request, "person_denied", allowed=False, thing=f"privacy: {model._meta.model_name}")
        raise Http404
    return one


def looked(request: HttpRequest, people: Any, thing: str) -> None:
    """Log that the desk looked at what stands about people."""
    for person in sorted(set(people)):
        write(request, "view", person=person, thing=thing, basis="oversight", purpose="audit")


@require_safe
@desk
def log(request: HttpRequest) -> HttpResponse:
    """The access log, and what of it is looked for."""
    form = LogFilter(request.GET if {*LogFilter.base_fields} & {*request.GET} else None)
    entries = AuditEvent.objects.order_by("-number")
    asked = form.cleaned_data if form.is_valid() else {}
    if person := asked.get("code"):
        entries = entries.filter(person=person.pk)
        looked(request, [person.pk], "privacy:log")
    if asked.get("user"):
        entries = entries.filter(user=asked["user"].pk)
    if asked.get("day"):
        entries = entries.filter(at__date=asked["day"])
    if asked.get("denied"):
        entries = entries.filter(allowed=False)
    page = Paginator(entries if not form.errors else entries.none(), PAGE).get_page(request.GET.get("page"))
    users: dict[int | None, str] = dict(User.objects.values_list("pk", "username"))
    codes: dict[int | None, str] = dict(
        Person.objects.filter(pk__in=[one.person for one in page if one.person]).values_list("pk", "code")
    )
    for one in page:
        one.__dict__.update(who=users.get(one.user), code=codes.get(one.person))
    shown = {
        "page": page,
        "query": urlencode({name: value for name, value in request.GET.items() if name in form.fields}),
        "last": overseeing.last_review(),
        "waiting": overseeing.since_review().count(),
    }
    return answer(request, "privacy/log.html", form, **shown)


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def review(request: HttpRequest) -> HttpResponse:
    """The weekly review of the log: what each account did since the last one, and the sign-off."""
    form = FindingForm(request.POST or None)
    newest = AuditEvent.objects.order_by("-number").values_list("number", flat=True).first() or 0
    seen = request.POST.get("until", "")
    until = min(int(seen), newest) if seen.isdecimal() and len(seen) < 19 else newest

    def sign() -> str:
        LogReview.objects.create(until=until, finding=form.cleaned_data["finding"], by_id=request.user.pk)
        write(request, "log_reviewed", thing=f"up to {until}")
        return reverse("privacy:log")

    shown = {"accounts": overseeing.by_account(), "until": newest, "last": overseeing.last_review()}
    return answer(request, "privacy/review.html", form, sign, **shown)


@require_safe
@desk
def disclosures(request: HttpRequest) -> HttpResponse:
    """Finds the account of a person by the code."""
    form = FindForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        return redirect("privacy:account", form.cleaned_data["code"].code)
    recent = Disclosure.objects.select_related("person")[:20]
    looked(request, (one.person_id for one in recent), "privacy:disclosures")
    return answer(request, "privacy/disclosures.html", form, recent=recent)


@require_safe
@desk
def account(request: HttpRequest, code: str) -> HttpResponse:
    """The account of disclosures of a person, to be printed."""
    person = found(request, Person, code=code)
    looked(request, [person.pk], "privacy:account")
    return render(request, "privacy/account.html", {"person": person, "rows": person.disclosures.all()})


@require_safe
@desk
def account_csv(request: HttpRequest, code: str) -> HttpResponse:
    """The same as a file for a spreadsheet."""
    person = found(request, Person, code=code)
    write(request, "export", person=person.pk, thing="account.csv", basis="oversight", purpose="audit")
    file = HttpResponse(content_type="text/csv; charset=utf-8")
    file.headers["Content-Disposition"] = f'attachment; filename="disclosures-{person.code}.csv"'
    writer = csv.writer(file)
    writer.writerow([_("At"), _("What"), _("To"), _("Agency"), _("For"), _("Basis")])
    for one in person.disclosures.all():
        told = [named(one.category, "categories"), named(one.recipient, "recipients"), named(one.agency, "agencies")]
        row = [timezone.localtime(one.at).isoformat(timespec="minutes"), *told, said(one.purpose), said(one.basis)]
        writer.writerow([cell(one) for one in row])
    return file


@require_safe
@desk
def consents(request: HttpRequest) -> HttpResponse:
    """Consents that end soon, and revoked ones with whom that is to be told."""
    ending, revoked = list(overseeing.expiring()), overseeing.revoked()
    people = [one.person_id for one in ending] + [one.revocation.consent.person_id for one in revoked]
    looked(request, people, "privacy:consents")
    return render(request, "privacy/consents.html", {"ending": ending, "revoked": revoked})


@require_POST
@desk
def told(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep that the recipients were told that a consent was revoked."""
    one = found(request, Revocation, pk=pk)
    who = actor(request)
    person = one.consent.person
    said = {"person": person, "kind": overseeing.TOLD, "note": str(one.pk)}
    entered = {"by_id": request.user.pk, "created_by_id": request.user.pk, "held_by": who.agency if who else ""}
    _event, made = Event.objects.get_or_create(**said, defaults=entered)
    if made:
        write(request, "recipients_told", person=person.pk, thing="consent")
    return redirect("privacy:consents")


@require_safe
@desk
def emergencies(request: HttpRequest) -> HttpResponse:
    """Records that were opened in an emergency, those to be reviewed first."""
    rows = BreakGlass.objects.select_related("person", "by").order_by(F("reviewed_at").desc(nulls_first=True), "-at")
    looked(request, (one.person_id for one in rows), "privacy:emergencies")
    return render(request, "privacy/emergencies.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@desk
def emergency(request: HttpRequest, pk: int) -> HttpResponse:
    """Review one: what was looked at in that hour, and the finding, which nobody writes about themselves."""
    one = found(request, BreakGlass, pk=pk)
    own = one.by_id == request.user.pk
    form = FindingForm(request.POST or None)

    def keep() -> str:
        one.reviewed_by_id, one.reviewed_at = request.user.pk, timezone.now()
        one.finding = form.cleaned_data["finding"]
        one.save(update_fields=["reviewed_by", "reviewed_at", "finding"])
        write(request, "emergency_reviewed", person=one.person_id)
        return reverse("privacy:emergencies")

    looked(request, [one.person_id], "privacy:emergency")
    reads = AuditEvent.objects.filter(user=one.by_id, person=one.person_id, basis="medical_emergency", at__gte=one.at)
    shown = {"one": one, "own": own, "reads": reads.exclude(action="break_glass")}
    return answer(request, "privacy/emergency.html", form, None if own or one.reviewed_at else keep, **shown)
