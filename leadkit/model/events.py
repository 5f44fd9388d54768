"""Events in the life of a referral, and how often something is due."""

from __future__ import annotations

from enum import StrEnum


class Event(StrEnum):
    """What happens to one referral, in the order in which it usually happens.

    The list follows the minimum event model that the published data of real programs share: from contact and
    referral to exit and any new event in the justice system. ``PREVIOUS_CLOCK`` is the end of another clock, for
    clocks that follow each other.
    """

    OFFENCE = "offence"
    CONTACT = "contact"
    ARREST = "arrest"
    CITATION = "citation"
    REFERRAL = "referral"
    SCREENING = "screening"
    ELIGIBILITY_DECISION = "eligibility_decision"
    OFFER = "offer"
    ACCEPTANCE = "acceptance"
    DECLINE = "decline"
    HANDOFF_CALL = "handoff_call"
    HANDOFF = "handoff"
    INTAKE_STARTED = "intake_started"
    INTAKE_COMPLETED = "intake_completed"
    ASSESSMENT_COMPLETED = "assessment_completed"
    PLAN_AGREED = "plan_agreed"
    TREATMENT_FOLLOWED = "treatment_followed"
    ENGAGEMENT_SHOWN = "engagement_shown"
    RELEASE_SIGNED = "release_signed"
    RELEASE_REVOKED = "release_revoked"
    FILING_DECISION = "filing_decision"
    ENROLLMENT = "enrollment"
    CARE_CONTACT = "care_contact"
    SERVICE_REFERRAL = "service_referral"
    CASE_CONFERENCE = "case_conference"
    STATUS_CHANGE = "status_change"
    NEW_CONTACT_WITH_POLICE = "new_contact_with_police"
    NEW_CHARGE = "new_charge"
    APPEARANCE_DATE = "appearance_date"
    COMPLAINT = "complaint"
    CRITICAL_INCIDENT = "critical_incident"
    REQUEST = "request"
    CALLER_TOLD = "caller_told"
    EXIT = "exit"
    PREVIOUS_CLOCK = "previous_clock"


class Frequency(StrEnum):
    """How often something is due."""

    EACH_EVENT = "each_event"
    DAILY = "daily"
    WEEKLY = "weekly"
    TWICE_MONTHLY = "twice_monthly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    TWICE_YEARLY = "twice_yearly"
    YEARLY = "yearly"
    EVERY_TWO_YEARS = "every_two_years"
    ON_REQUEST = "on_request"
    ONCE = "once"
