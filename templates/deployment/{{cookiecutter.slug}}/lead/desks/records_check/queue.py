"""Which referrals wait at the screening desk, and for what."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from lead.desks.cases import UNDECIDED, approvers
from lead.desks.overriding import by_telephone
from lead.gate import Actor, see
from lead.gate.fields import within
from lead.records.models import Referral, Screening
from lead.screening.deciding import BY_PERSON


@dataclass(frozen=True)
class Waiting:
    """A referral that waits.

    Attributes:
        referral: The referral.
        answer: Whether questions are still open.
        approve: Whether it waits for the yes of whoever asks.
        owner: Whether whoever asks calls somebody who may override an exclusion, and records what they say.
    """

    referral: Referral
    answer: bool
    approve: bool
    owner: bool


def queue(actor: Actor) -> list[Waiting]:
    """What waits, the oldest first. A request from the public waits here once the inbox made a referral of it."""
    asked = Q(accepted=True) | Q(offered=False, person__requests__answered__isnull=False)
    open_ = Referral.objects.filter(asked, status__in=(Referral.Status.NEW, Referral.Status.SCREENED)).distinct()
    every = open_.for_actor(actor).prefetch_related("screenings").order_by("at")
    found = (waits(actor, one) for one in every)
    return [one for one in found if one.answer or one.approve or one.owner]


def waits(actor: Actor, referral: Referral) -> Waiting:
    """For what a referral waits, as far as an actor may know of its answers."""
    last, newest = known(actor, referral), next(iter(referral.screenings.all()), None)
    by_hand = last is not None and last.outcome == BY_PERSON
    # What was answered by others waits for nobody, though it may not be said here what they answered.
    answer = (newest is None or newest.outcome in UNDECIDED) and may_answer(actor, referral)
    ready = by_hand or (last is not None and last.outcome == "eligible" and not approved(referral))
    ready = ready and may_approve(actor, referral, by_hand=by_hand)
    return Waiting(referral, answer and not by_hand, ready, bool(calls(actor, referral)))


def calls(actor: Actor, referral: Referral) -> dict[str, list[str]]:
    """The rules in the way whose owners an actor calls, each with who may override it.

    It is for whoever screens the referral and may know whose word is asked for.
    """
    newest = next(iter(referral.screenings.all()), None)
    if newest is None or not may_answer(actor, referral):
        return {}
    group, detail = newest.FIELDS["whose"]
    said = see(actor, referral.person, group, holder=newest.held_by, referral=newest.of_referral)
    return by_telephone(newest) if said and within(detail, said.detail) else {}


def known(actor: Actor, referral: Referral) -> Screening | None:
    """The newest answer that an actor may see."""
    every = referral.screenings.all()
    return next((one for one in every if see(actor, referral.person, "eligibility", holder=one.held_by)), None)


def may_approve(actor: Actor, referral: Referral, *, by_hand: bool = False) -> bool:
    """Whether the agreement lets an actor say yes; where it names nobody and no rules decide, who screens does."""
    named = [role.id for role in approvers(referral)]
    return bool({*actor.roles} & {*named}) or (by_hand and not named and "screening" in actor.desks)


def approved(referral: Referral) -> bool:
    """Whether one whom the agreement names said yes or no."""
    named = [role.id for role in approvers(referral)]
    said = ("approved", "not-approved")
    return any(one.decided_by in named and one.public_code in said for one in referral.screenings.all()) or not named


def may_answer(actor: Actor, referral: Referral) -> bool:
    """Whether an actor may enter answers: at the agency that made the referral, or where it is decided."""
    return actor.agency == referral.held_by or may_approve(actor, referral, by_hand=True)


def acting(actor: Actor, referral: Referral) -> str:
    """The role in which an actor says yes or no: the one that the agreement names, where they have several."""
    return actor.acting(role.id for role in approvers(referral))
