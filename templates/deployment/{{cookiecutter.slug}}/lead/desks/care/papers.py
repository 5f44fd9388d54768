"""What a person is handed: the sheet for a service, the copy of a release, the account of who was told about them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from lead.audit.log import write
from lead.audit.reading import actor, asker, disclose, shown
from lead.desks import reads
from lead.gate import see, tells
from lead.program import program
from lead.records.models import Consent, Person, ServiceReferral

from .finding import at_work, own, refuse
from .signing import SIGNED, spoken

TOLD = ("identity", "contact", "engagement", "clinical")
"""The groups of which a provider might be told."""


@reads(desk="care", purpose="coordination")
def sheet(request: HttpRequest, number: int) -> HttpResponse:
    """The sheet that a person takes to a service.

    No record of treatment stands on it, and so no notice that would tell of one.
    """
    record = own(request, ServiceReferral, number)
    provider, service = _listed(record)
    agency = provider.get("agency") or record.provider
    categories = dict.fromkeys(filter(None, map(program().groups.get, TOLD)))
    tellable = [(one, tells(agency, record.person, one, record.held_by)) for one in categories]
    decision = see(actor(request), record.person, "clinical", holder=record.held_by)
    disclose(request, decision, record.person, "print", "service sheet")
    told = {"record": record, "person": record.person, "provider": provider, "service": service, "tellable": tellable}
    return render(request, "care/sheet.html", told)


@reads(desk="care", purpose="coordination")
def signed(request: HttpRequest, number: int) -> HttpResponse:
    """The copy of a release for the person: its words as they were signed, with the marks, names and dates."""
    record = own(request, Consent, number)
    form, words = record.signed, record.signed["languages"][record.language]
    parts = [(words["blocks"][id_], record.is_struck(id_)) for id_ in form["block_order"]]
    disclose(request, shown(request, record, "release").decision, record.person, "print", "signed release")
    names = [one for one in (*SIGNED, "case", "named", "expires_on") if getattr(record, one)]
    told = {"record": record, "form": form, "words": words, "parts": parts, "names": names}
    return render(request, "care/signed.html", {**told, "spoken": spoken(record.language)})


def _listed(record: ServiceReferral) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The provider as the program lists it, and the service that it gives; nothing of one that is not listed."""
    for id_, provider in program().services.get("providers", {}).items():
        for service in provider["services"] if record.provider in (id_, provider["agency"]) else ():
            if service["id"] == record.service:
                return provider, service
    return {}, None


@reads(desk=("care", "privacy"), purpose="audit")
def account(request: HttpRequest, number: int) -> HttpResponse:
    """Who was told what about a person, in words for the person, to be printed."""
    if "privacy" in asker(request).desks:  # it keeps the account, and reads no record
        found = Person.objects.filter(pk=number).first() or refuse(request, None)
    else:
        found = at_work(request, number)
    write(request, "account", person=found.pk, purpose="audit", thing="account of disclosures")
    rows: Counter[Any] = Counter()
    cells = {one.id: one for one in program().cells}
    for one in found.disclosures.order_by("at"):
        cell = cells.get(one.cell)
        allowed = (one.basis, cell and cell.basis.get("release"), cell and cell.clause)
        told = (timezone.localdate(one.at), one.recipient, one.agency, one.category, one.purpose, *allowed, one.whom)
        rows[told] += 1
    return render(request, "care/account.html", {"person": found, "rows": rows.items()})
