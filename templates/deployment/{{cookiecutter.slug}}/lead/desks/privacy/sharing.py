"""What was shared: the account of disclosures, and the consents that end or that recipients are to be told of."""

from __future__ import annotations

import csv
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from lead.audit.log import write
from lead.audit.reading import asker
from lead.pages.tables import cell
from lead.pages.words import named, said
from lead.program import program
from lead.records.consents import TOLD, to_tell
from lead.records.models import Consent, Disclosure, Event, Person, Revocation

from .forms import DisclosureForm, FindForm
from .oversight import asks, does, found, kept, looked, page, reads

SOON = timedelta(days=30)


@reads
def disclosures(request: HttpRequest) -> HttpResponse:
    """Finds the account of a person by the code."""
    form = FindForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        return redirect("privacy:account", form.cleaned_data["code"].code)
    recent = Disclosure.objects.select_related("person")[:20]
    return page(
        request,
        "disclosures",
        form,
        about=[one.person_id for one in recent],
        recent=recent,
        accounting=program().accounting,
    )


@asks
def enter(request: HttpRequest) -> HttpResponse:
    """Enter what was told outside the service, so that it stands in the account."""
    form = DisclosureForm(request.POST or None)

    def keep() -> str:
        given = {name: value for name, value in form.cleaned_data.items() if name != "token"}
        one = Disclosure.objects.create(**given, agency="", by_id=request.user.pk)
        return kept(request, "disclosures", "changed", person=one.person_id, thing="disclosure", basis=one.basis)

    return page(request, "enter_disclosure", form, keep)


@reads
def account(request: HttpRequest, code: str) -> HttpResponse:
    """The account of disclosures of a person, to be printed."""
    person = found(request, Person, code=code)
    rows = person.disclosures.all()
    return page(request, "account", about=[person.pk], person=person, rows=rows, first=rows.last())


@reads
def account_csv(request: HttpRequest, code: str) -> HttpResponse:
    """The same as a file for a spreadsheet."""
    person = found(request, Person, code=code)
    looked(request, [person.pk], "account.csv", "export")
    file = HttpResponse(content_type="text/csv; charset=utf-8")
    file.headers["Content-Disposition"] = f'attachment; filename="disclosures-{person.code}.csv"'
    writer = csv.writer(file)
    writer.writerow([_("At"), _("What"), _("To"), _("Agency"), _("For"), _("Basis")])
    for one in person.disclosures.all():
        ids = {"categories": one.category, "recipients": one.recipient, "agencies": one.agency}
        told = [named(id_, kind) or id_ for kind, id_ in ids.items()]
        row = [timezone.localtime(one.at).isoformat(timespec="minutes"), *told, said(one.purpose), said(one.basis)]
        writer.writerow([cell(one) for one in row])
    return file


def expiring() -> QuerySet[Consent]:
    """The consents that end within thirty days, and were not taken back."""
    today = timezone.localdate()
    whole = Revocation.objects.filter(recipient="", block="").values("consent_id")
    ending = Consent.objects.filter(expires_on__range=(today, today + SOON)).exclude(pk__in=whole)
    return ending.select_related("person").order_by("expires_on")


def revoked() -> list[dict[str, Any]]:
    """The consents that were revoked, with whom that is to be told, until when, and whether they were."""
    told = set(Event.objects.filter(kind=TOLD).values_list("note", flat=True))
    every = Revocation.objects.select_related("consent__person").order_by("-at", "-pk")
    return [{"revocation": one, "told": str(one.pk) in told, **_telling(one)} for one in every]


def untold() -> list[dict[str, Any]]:
    """Those of whom somebody is still to be told."""
    return [one for one in revoked() if not one["told"]]


def _telling(revocation: Revocation) -> dict[str, Any]:
    whom, due = to_tell(revocation)
    return {"recipients": whom, "due": due, "late": due is not None and due < timezone.now()}


@reads
def consents(request: HttpRequest) -> HttpResponse:
    """Consents that end soon, and revoked ones with whom that is to be told."""
    ending, taken_back = list(expiring()), revoked()
    about = [one.person_id for one in [*ending, *(each["revocation"].consent for each in taken_back)]]
    return page(request, "consents", about=about, ending=ending, revoked=taken_back)


@does
def told(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep that the recipients were told that a consent was revoked."""
    one = found(request, Revocation, pk=pk)
    person, user = one.consent.person, request.user.pk
    entered = {"by_id": user, "created_by_id": user, "held_by": asker(request).agency}
    _event, made = Event.objects.get_or_create(person=person, kind=TOLD, note=str(one.pk), defaults=entered)
    if made:
        write(request, "recipients_told", person=person.pk, thing="consent")
    return redirect("privacy:consents")
