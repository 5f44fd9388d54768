"""Deadlines: what starts them, how long they run, and what follows them."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional
from leadkit.model.events import Event
from leadkit.model.references import ActorId, ClockId, LimitId, PathwayId
from leadkit.model.scalars import Count, Line, Prose, Several
from leadkit.values.quantities import Duration


class OnExpiry(StrEnum):
    """What the end of a clock brings about."""

    NOTHING = "nothing"
    REVIEW = "review"
    PRESUMPTION_LOST = "presumption_lost"
    CHARGE_MAY_BE_FILED = "charge_may_be_filed"
    CHARGE_FILED = "charge_filed"
    REFERRAL_CLOSED = "referral_closed"
    NEXT_CLOCK = "next_clock"


class Extension(Item):
    """Whether a clock may be made longer."""

    length: Duration | None = optional("By how much each time.", "15 days")
    at_most: Count | None = optional("How often it may be granted.", "1")
    granted_by: Several[ActorId] = optional("Who may grant it.", ["felony-charging"], default=())
    ground: Prose | None = optional("On what ground.", "The person is in hospital or detox.")


class Clock(Item):
    """A deadline. It may be a range, and a second clock may follow it."""

    starts: Event | None = expected("The event that starts it, such as referral, arrest or handoff.", "referral")
    until: Event | None = optional("The event it runs to.", "intake_completed")
    at_least: Duration | None = optional("The shortest time, where the deadline is a range.", "7 days")
    at_most: Duration | None = expected("The longest time.", "30 days")
    then: ClockId | None = optional("The clock that begins when this one ends.", "engagement")
    pathways: Several[PathwayId] = optional(
        "The pathways it holds for. Without them, all.", ["arrest-diversion"], default=()
    )
    extensions: Extension | None = optional("Whether it may be made longer.", {"length": "15 days", "at_most": "1"})
    paused_while: Several[Line] = optional("What stops it for a time.", ["The person is in detox"], default=())
    limit: LimitId | None = optional("The legal limit that it must not pass.", "ca-intake-30-days")
    on_expiry: OnExpiry | None = optional(
        "What its end brings about: nothing, review, presumption_lost, charge_may_be_filed, charge_filed, "
        "referral_closed or next_clock.",
        "review",
    )
