"""The two papers that a person is handed: the sheet for a service, and the account of who was told about them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lead.audit.log import write
from lead.audit.reading import actor, asker, disclose
from lead.desks import policy
from lead.gate import see, tells
from lead.program import program
from lead.records.finding import MOST
from lead.records.models import Person, ServiceReferral

from .finding import at_work, own, refuse

TOLD = ("identity", "contact", "engagement", "clinical")
"""The groups of which a provider might be told."""


@require_safe
@policy(desk="care", purpose="coordination")
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


def _listed(record: ServiceReferral) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The provider as the program lists it, and the service that it gives; nothing of one that is not listed."""
    for id_, provider in program().services.get("providers", {}).items():
        for service in provider["services"] if record.provider in (id_, provider["agency"]) else ():
            if service["id"] == record.service:
                return provider, service
    return {}, None


@require_safe
@policy(desk=("care", "privacy"), purpose="audit")
def account(request: HttpRequest, number: int) -> HttpResponse:
    """Who was told what about a person, in words for the person, to be printed."""
    if "privacy" in asker(request).desks:  # it keeps the account, and reads no record
        found = Person.objects.filter(pk=min(number, MOST)).first() or refuse(request, None)
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
