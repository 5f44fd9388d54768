"""Who waits: new referrals, and the waiting list in the program's order."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lead.audit.log import alone
from lead.gate import Actor, see
from lead.program import program
from lead.records.models import Enrollment, Event, Person, Referral

_LOCK = 71_072
"""The number of PostgreSQL's advisory lock under which places are taken."""
NEW = (Referral.Status.NEW, Referral.Status.SCREENED)

SORTS: dict[str, Any] = {
    "pathway_rank": lambda one: program().pathways.get(one.pathway, {}).get("rank") or 99,
    "first_come": lambda one: one.at,
}
"""What the service sorts by itself. The rest of an order, such as a risk, it does not know: people move up by hand."""


def queue(who: Actor) -> list[Referral]:
    """The referrals that nobody has decided about, the oldest first."""
    return list(Referral.objects.filter(status__in=NEW).order_by("at").for_actor(who))


def order() -> list[str]:
    """The program's order of the waiting list."""
    return list((program().services.get("waiting") or {}).get("order") or ["first_come"])


def by_hand() -> list[str]:
    """What the order names and the service does not sort by."""
    return [one for one in order() if one not in SORTS]


def waiting(who: Actor) -> list[Referral]:
    """The waiting list: the program's order, then every move up as it was made."""
    asked = Referral.objects.filter(status=Referral.Status.WAITING)
    sorts = [SORTS[one] for one in order() if one in SORTS]
    listed = sorted(asked.for_actor(who), key=lambda one: (*(sort(one) for sort in sorts), one.at, one.pk))
    moves = Event.objects.filter(referral__in=[one.pk for one in listed], kind__startswith="moved_up:")
    for move in moves.order_by("at", "pk"):
        place = next(index for index, one in enumerate(listed) if one.pk == move.referral_id)
        one = listed.pop(place)
        one.moved = True
        listed.insert(max(0, place - int(move.kind.partition(":")[2])), one)
    return listed


def capacity(beside: int | None = None) -> dict[str, int | None]:
    """How many places there are, how many are used, and how many are free; None where the program does not say.

    Whoever is in care uses one, and whoever was accepted on a pathway that needs one and still waits for the intake.
    Only counts: they are of everybody, whoever may see whom, but of one person who may be left out.
    """
    said = program().services.get("capacity") or {}
    managers, ratio = said.get("case_managers"), said.get("caseload_ratio")
    places = said.get("caseload_ceiling") or (managers * ratio if managers and ratio else None)
    narrow = [id_ for id_, one in program().pathways.items() if one.get("rooms_needed")]
    coming = Q(referrals__status=Referral.Status.HANDED_OVER, referrals__pathway__in=narrow)
    active = Q(enrollments__status=Enrollment.Status.ACTIVE)
    used = Person.objects.filter(active | coming).exclude(pk=beside).values("pk").distinct().count()
    return {"places": places, "used": used, "free": None if places is None else max(0, places - used)}


def has_room(referral: Referral, *, taking: bool = False) -> bool:
    """Whether the referral may be taken over now: there is a place, or its pathway needs none.

    Args:
        referral: The referral.
        taking: Whether it is to be taken over: nobody else takes the place then before this transaction ends.
    """
    if taking:
        alone(_LOCK)
    free = capacity(referral.person_id)["free"]
    needs = program().pathways.get(referral.pathway, {}).get("rooms_needed")
    return not needs or free is None or free > 0


def reaches(referral: Referral, agency: str) -> bool:
    """Whether somebody of case management at an agency could see a referral if it were handed over there."""
    there = [Actor(None, role.id, agency) for role in program().roles_of(agency) if "care" in role.desks]
    person, number = Person.objects.with_facts().get(pk=referral.person_id), referral.pk
    one = next(each for each in person.referrals.all() if each.pk == number)
    one.handed_to = agency  # here alone, and never kept
    every = ((who, group) for who in there for group in one.groups())
    return any(see(who, person, group, holder=one.held_by, referral=number) for who, group in every)


def acceptance(referral: Referral) -> dict[str, Any]:
    """How the program accepts referrals of this pathway."""
    ways = (program().forms.get("acceptances") or {}).values()
    return next((one for one in ways if referral.pathway in (one.get("pathways") or ())), {})


def approves(who: Actor, referral: Referral) -> bool:
    """Whether the program lets the actor alone accept the referral."""
    named = program().pathways.get(referral.pathway, {}).get("approvers") or ()
    alone = acceptance(referral).get("rule") in (None, "one_approver")
    return alone and who.is_named(named)
