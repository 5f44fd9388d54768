"""How many things wait for an account. The number is all that a reminder tells."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from lead.accounts.models import User
from lead.gate import Actor
from lead.records.clocks import clocks
from lead.records.models import Consent, Referral

SOON = timedelta(days=2)
_OPEN = ("new", "screened", "waiting", "handed_over", "taken_in")
_CLOCKS = {"care", "project", "screening", "prosecutor"}


def tasks(user: User, urgent: list[int]) -> int:
    """What waits for an account: clocks of its agency's people that end soon or ran out, and its own desk's work."""
    actor = user.actor(second_factor=True)
    found = _of(actor, urgent) if _CLOCKS & {*actor.desks} else 0
    if "care" in actor.desks:
        today = timezone.localdate()
        ending = Consent.objects.filter(expires_on__range=(today, today + timedelta(days=30)), held_by=actor.agency)
        found += ending.count()
    if "privacy" in actor.desks:
        from lead.desks.privacy.sharing import untold
        from lead.records.models import BreakGlass

        found += len(untold()) + BreakGlass.objects.filter(reviewed_at=None).count()
    return found


def urgent() -> list[int]:
    """The referrals of which a clock runs that ends soon or ran out."""
    until = timezone.now() + SOON
    found = Referral.objects.filter(status__in=_OPEN).prefetch_related("events")
    return [one.pk for one in found if any(clock.running and clock.due < until for clock in clocks(one))]


def _of(actor: Actor, referrals: list[int]) -> int:
    seen = Referral.objects.filter(pk__in=referrals).for_actor(actor).select_related("person")
    return sum(actor.agency in one.person.agencies() for one in seen)
