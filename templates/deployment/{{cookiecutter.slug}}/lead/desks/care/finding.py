"""Who waits, who is in care, and what of a record may be changed here."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from lead.audit.log import write
from lead.audit.reading import asker
from lead.desks import cases
from lead.gate import Actor
from lead.program import program
from lead.records.finding import person_or_404, record_or_404
from lead.records.models import Enrollment, Event, Once, Person, Referral, Screening

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


def unseen(asks: Actor) -> int:
    """How many referrals were handed to the agency of which no flow of the agreement lets it learn."""
    found = handed(asks.agency)
    return found.count() - found.for_actor(asks).count()  # type: ignore[attr-defined, no-any-return]


def waiting(asks: Actor) -> tuple[list[Any], list[Any]]:
    """The referrals whose person is to be met, and those whose intake is to be finished; the first made first."""
    found = handed(asks.agency).for_actor(asks)  # type: ignore[attr-defined] # the manager of every record
    here = list(found.select_related("person").prefetch_related("events").order_by("at"))
    met = {one.pk for one in here if any(event.kind == "handoff" for event in one.events.all())}
    return [one for one in here if one.pk not in met], [one for one in here if one.pk in met]


def caseload(asks: Actor) -> list[Any]:
    """The enrollments of the agency that are open."""
    found = Enrollment.objects.filter(held_by=asks.agency, closed=None).for_actor(asks)
    return list(found.select_related("person", "manager").order_by("opened", "pk"))


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
    token = f"{request.user.pk}:{request.POST.get('token', '')}"[:64]
    if request.method == "POST" and Once.objects.filter(token=token).exists():
        return redirect("care:person", record.person_id)
    return refuse(request, record.person_id, record._meta.model_name)  # type: ignore[no-any-return]


def happened(request: HttpRequest, person: Person, kind: str, referral: Any = None, **said: Any) -> Event:
    """Write down that something happened; clocks count from it."""
    write(request, "changed", person=person.pk, thing=kind)
    return cases.happened(request, referral or person.referral(), kind, person=person, **said)
