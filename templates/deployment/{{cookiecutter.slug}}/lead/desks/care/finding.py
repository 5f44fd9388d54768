"""Who waits, who is in care, and what of a record may be changed here."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, Q, QuerySet
from django.http import Http404, HttpRequest

from lead.audit.log import write
from lead.audit.reading import asker
from lead.desks import cases
from lead.gate import Actor
from lead.program import program
from lead.records.finding import person_or_404, record_or_404
from lead.records.models import Enrollment, Event, Person, Referral


def handed(agency: str) -> QuerySet[Any]:
    """The referrals on which an agency is to act: handed to it, or to nobody yet where the program is open."""
    open_ = Q(screenings__outcome="eligible") | ~Q(screenings__overridden_by="")
    now = Q(status=Referral.Status.HANDED_OVER) | (Q(status=Referral.Status.SCREENED, screenings__isnull=False) & open_)
    found = Referral.objects.filter(now, handed_to__in=("", agency)).exclude(accepted=False)
    return Referral.objects.filter(pk__in=found.values("pk"))


def waiting(asks: Actor) -> tuple[list[Any], list[Any]]:
    """The referrals whose person is to be met, and those whose intake is to be finished; the first made first."""
    found = handed(asks.agency).for_actor(asks)  # type: ignore[attr-defined] # the manager of every record
    found = found.select_related("person").prefetch_related("events", "screenings").order_by("at")
    here = [one for one in found if ready(one)]
    met = {one.pk for one in here if any(event.kind == "handoff" for event in one.events.all())}
    return [one for one in here if one.pk not in met], [one for one in here if one.pk in met]


def ready(referral: Any) -> bool:
    """Whether a case manager is to act on a referral: it was handed over, or the program is open to the person."""
    if referral.status != Referral.Status.SCREENED:
        return bool(referral.status == Referral.Status.HANDED_OVER)
    last = next(iter(referral.screenings.all()), None)
    return last is not None and (last.outcome == "eligible" or bool(last.overridden_by))


def caseload(asks: Actor) -> list[Any]:
    """The enrollments of the agency that are open."""
    found = Enrollment.objects.filter(held_by=asks.agency, closed=None).for_actor(asks)
    return list(found.select_related("person", "manager").order_by("opened", "pk"))


def at_work(request: HttpRequest, number: int) -> Person:
    """A person with whom the agency is at work; for everybody else there is nobody there."""
    found = person_or_404(request, number)
    if asker(request).agency not in found.agencies():
        refuse(request, found.pk)
    return found


def own(request: HttpRequest, model: type[Model], number: int) -> Any:
    """A record that the agency made; any other is not there."""
    held = model._default_manager.filter(held_by=asker(request).agency)
    return record_or_404(request, held, number, "person_denied")


def refuse(request: HttpRequest, person: int | None, thing: str = "") -> None:
    """Say that there is nothing, and log that somebody tried.

    Raises:
        Http404: Always.
    """
    write(request, "person_denied", allowed=False, person=person, thing=thing)
    raise Http404


def happened(request: HttpRequest, person: Person, kind: str, referral: Any = None, **said: Any) -> Event:
    """Write down that something happened; clocks count from it."""
    write(request, "changed", person=person.pk, thing=kind)
    return cases.happened(request, referral or person.referral(), kind, person=person, **said)


def comes_back(enrollment: Any) -> bool:
    """Whether a person may be taken in again: they left, nobody took them in since, and they may return."""
    stays = Enrollment.objects.filter(person=enrollment.person_id, held_by=enrollment.held_by, closed=None).exists()
    returns = (program().texts.get("exit") or {}).get("return_allowed")
    return enrollment.closed is not None and returns is not False and not stays


def unseen(asks: Actor) -> int:
    """How many referrals were handed to the agency of which no flow of the agreement lets it learn."""
    found = handed(asks.agency)
    return found.count() - found.for_actor(asks).count()  # type: ignore[attr-defined, no-any-return]
