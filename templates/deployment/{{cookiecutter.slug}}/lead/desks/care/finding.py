"""Who waits, who is in care, and what of a record may be changed here."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from lead.audit.log import write
from lead.audit.reading import asker
from lead.desks import cases
from lead.pages.forms import sent_before
from lead.program import program
from lead.records.finding import person_or_404, record_or_404
from lead.records.models import Enrollment, Event, Person, Referral, Screening

TRY = "try, not reached"
"""The kind of a contact that was none."""


def handed(agency: str) -> QuerySet[Any]:
    """The referrals on which an agency is to act: handed over, or screened and by the last answer open to the person.

    They were handed to the agency, or to nobody yet.
    """
    last = Screening.objects.filter(referral=OuterRef("pk")).order_by("-at", "-pk")
    said = {"said": last.values("outcome")[:1], "overridden": last.values("overridden_by")[:1]}
    is_open = Q(status=Referral.Status.SCREENED) & (Q(said="eligible") | Q(overridden__gt=""))
    found = Referral.objects.annotate(**said).filter(Q(status=Referral.Status.HANDED_OVER) | is_open)
    return found.filter(handed_to__in=("", agency)).exclude(accepted=False)


def comes_back(enrollment: Any) -> bool:
    """Whether a person may be taken in again: they left, nobody took them in since, and they may return."""
    stays = Enrollment.objects.filter(person=enrollment.person_id, held_by=enrollment.held_by, closed=None).exists()
    returns = (program().texts.get("exit") or {}).get("return_allowed")
    return enrollment.closed is not None and returns is not False and not stays


def at_work(request: HttpRequest, number: int) -> Person:
    """A person with whom the agency is at work; for everybody else there is nobody there."""
    found = person_or_404(request, number)
    return found if asker(request).agency in found.agencies() else refuse(request, found.pk)


def own(request: HttpRequest, model: type[Model], number: int) -> Any:
    """A record that the agency made; any other is not there."""
    held = model._default_manager.filter(held_by=asker(request).agency)
    return record_or_404(request, held, number, "person_denied")


def own_referral(request: HttpRequest, number: int) -> Any:
    """A referral that was handed to the agency, or to nobody yet; any other is not there."""
    held = Referral.objects.filter(handed_to__in=("", asker(request).agency))
    return record_or_404(request, held, number, "person_denied")


def refuse(request: HttpRequest, person: int | None, thing: str = "") -> Any:
    """Say that there is nothing, and log that somebody tried.

    Raises:
        Http404: Always.
    """
    write(request, "person_denied", allowed=False, person=person, thing=thing)
    raise Http404


def too_late(request: HttpRequest, record: Any) -> HttpResponse:
    """Lead on whoever sent the same form before; for everybody else there is nothing to do here any more."""
    return sent_before(request) or refuse(request, record.person_id, record._meta.model_name)


def happened(request: HttpRequest, person: Person, kind: str, referral: Any = None, **said: Any) -> Event:
    """Write down that something happened, by the referral on which the work rests; clocks count from it."""
    return cases.happened(request, referral or person.referral(), kind, person=person, **said)
