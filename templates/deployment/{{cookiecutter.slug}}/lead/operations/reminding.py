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


def tasks(user: User) -> int:
    """What waits for an account: clocks of its agency's people that end soon or ran out, and its own desk's work."""
    actor = user.actor(second_factor=True)
    found = _running(actor) if _CLOCKS & {*actor.desks} else 0
    if "care" in actor.desks:
        today = timezone.localdate()
        ending = Consent.objects.filter(expires_on__range=(today, today + timedelta(days=30)), held_by=actor.agency)
        found += ending.count()
    if "privacy" in actor.desks:
        from lead.desks.privacy.overseeing import untold
        from lead.records.models import BreakGlass

        found += len(untold()) + BreakGlass.objects.filter(reviewed_at=None).count()
    return found


def _running(actor: Actor) -> int:
    until = timezone.now() + SOON
    seen = (
        Referral.objects.filter(status__in=_OPEN).for_actor(actor).prefetch_related("events").select_related("person")
    )
    return sum(
        any(clock.running and clock.due < until for clock in clocks(one))
        for one in seen
        if actor.agency in one.person.agencies()
    )
