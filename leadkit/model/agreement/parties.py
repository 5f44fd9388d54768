"""The parties: who joins, how, since when, and what each undertakes."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional, required
from leadkit.model.references import AgencyId, BodyId, PartyId
from leadkit.model.scalars import Flag, Line, Prose, Several
from leadkit.values.dates import PartialDate


class JoinsAs(StrEnum):
    """How an agency joins: bound by the agreement, or advising without a vote."""

    PARTY = "party"
    ADVISORY = "advisory"


class PartyStatus(StrEnum):
    """Where a party stands."""

    PROPOSED = "proposed"
    APPROVING = "approving"
    JOINED = "joined"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"


class TribalTerms(Item):
    """What a tribal party keeps."""

    immunity_waived: Flag = required("Whether the tribe waives its sovereign immunity.", "no")
    approved_by: Line | None = optional("The body of the tribe that approves.", "Tribal Council")
    law: Line | None = optional("The code that applies on the tribe's land.", "Sample River Tribal Code, title 4")
    records: Prose | None = optional("Whose the records on tribal members are.", "The tribe owns the records it makes.")


class Party(Item):
    """An agency that joins the agreement.

    A party that is bound later than the others is a party all the same, so that day is a field of its own:
    before ``effective_from`` the party would not be there at all.
    """

    agency: AgencyId = required("The agency, by its id.", "sampleton-police")
    joins_as: JoinsAs | None = expected("Whether it is bound, or advises without a vote.", "party")
    status: PartyStatus | None = expected("Where the party stands: proposed, joined, withdrawn and so on.", "joined")
    binds_from: PartialDate | None = optional(
        "The day from which this party is bound, where that is not the day of the agreement.", "2026-09-01"
    )
    withdrew_on: PartialDate | None = optional("When the party withdrew.", "2025-06-30")
    signs_for: Several[AgencyId] = optional(
        "Departments that it also binds, where they do not sign for themselves.",
        ["public-health"],
        default=(),
    )
    conditions: Prose | None = optional(
        "What the party has reserved for itself.", "The office decides each case by itself."
    )
    tribal: TribalTerms | None = optional("What a tribal party keeps.", {"immunity_waived": "no"})


class Recital(Item):
    """A reason why the parties make the agreement."""

    text: Prose = required(
        "The recital, without the word whereas.",
        "jail has not lowered the harm that the parties see downtown",
    )


class Subject(StrEnum):
    """What an undertaking or a section of the agreement is about."""

    PURPOSE = "purpose"
    GOVERNANCE = "governance"
    PROJECT_MANAGEMENT = "project_management"
    REFERRAL = "referral"
    SCREENING = "screening"
    HANDOFF = "handoff"
    CASE_MANAGEMENT = "case_management"
    CHARGING = "charging"
    LEGAL_COORDINATION = "legal_coordination"
    DEFENSE = "defense"
    SUPERVISION = "supervision"
    COURTS = "courts"
    COMMUNITY = "community"
    VICTIMS = "victims"
    EVIDENCE = "evidence"
    NO_ADVERSE_USE = "no_adverse_use"
    CONFIDENTIALITY = "confidentiality"
    RECORDS = "records"
    DATA = "data"
    EVALUATION = "evaluation"
    EQUITY = "equity"
    TRAINING = "training"
    FUNDING = "funding"
    COMMUNICATION = "communication"
    LIABILITY = "liability"
    INSURANCE = "insurance"
    AUTHORITY = "authority"
    TERM = "term"
    WITHDRAWAL = "withdrawal"
    TERMINATION = "termination"
    AMENDMENT = "amendment"
    DISPUTES = "disputes"
    THIRD_PARTIES = "third_parties"
    GOVERNING_LAW = "governing_law"


class Undertaking(Item):
    """Something that one or several parties undertake; the agreement prints it under each of them."""

    parties: Several[PartyId] = required("The parties that undertake it.", ["sampleton-police", "county-sheriff"])
    subject: Subject = required("What the undertaking is about.", "referral")
    text: Prose = required(
        "What is undertaken, beginning with a verb.",
        "offer diversion on each eligible contact, at the officer's discretion",
    )
    body: BodyId | None = optional("The governing body toward which it is undertaken.", "policy-coordinating-group")
    reference: Line | None = optional("Where the detail is found.", "Referral protocol, part 3")
