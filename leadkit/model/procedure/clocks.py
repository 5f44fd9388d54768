"""Deadlines: what starts them, how long they run, and what follows them."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional
from leadkit.model.references import ActorId, ClockId, LimitId, PathwayId
from leadkit.model.scalars import Count, Line, Prose, Several
from leadkit.values.quantities import Duration


class ClockEvent(StrEnum):
    """An event that starts or stops a clock; ``PREVIOUS_CLOCK`` is the end of the clock before it."""

    OFFENCE = "offence"
    CONTACT = "contact"
    REQUEST = "request"
    ARREST = "arrest"
    CITATION = "citation"
    REFERRAL = "referral"
    SCREENING = "screening"
    ELIGIBILITY_DECISION = "eligibility_decision"
    OFFER = "offer"
    ACCEPTANCE = "acceptance"
    HANDOFF_CALL = "handoff_call"
    HANDOFF = "handoff"
    RELEASE_SIGNED = "release_signed"
    INTAKE_STARTED = "intake_started"
    INTAKE_COMPLETED = "intake_completed"
    ASSESSMENT_COMPLETED = "assessment_completed"
    PLAN_AGREED = "plan_agreed"
    TREATMENT_FOLLOWED = "treatment_followed"
    ENGAGEMENT_SHOWN = "engagement_shown"
    FILING_DECISION = "filing_decision"
    APPEARANCE_DATE = "appearance_date"
    CARE_CONTACT = "care_contact"
    CALLER_TOLD = "caller_told"
    COMPLAINT = "complaint"
    CRITICAL_INCIDENT = "critical_incident"
    EXIT = "exit"
    PREVIOUS_CLOCK = "previous_clock"


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

    starts: ClockEvent | None = expected("The event that starts it, such as referral, arrest or handoff.", "referral")
    until: ClockEvent | None = optional("The event it runs to.", "intake_completed")
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
