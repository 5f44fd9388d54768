"""Rules about the person: age, residence, capacity to consent, and informants."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Item, expected, optional
from leadkit.model.eligibility.rule import Rule
from leadkit.model.references import ActorId, AreaId
from leadkit.model.scalars import Count, Flag, Line, Prose, Several
from leadkit.values.quantities import Duration


class AgeAt(StrEnum):
    """The day on which age is taken: of the offence, or of the contact."""

    OFFENCE = "offence"
    CONTACT = "contact"


class SchoolRecord(StrEnum):
    """How records from a school are treated: under FERPA, by another agreement, or never asked for."""

    FERPA = "ferpa"
    AGREEMENT = "agreement"
    NOT_USED = "not_used"


class Age(Rule):
    """The ages the program takes. A program only for minors gives a maximum of 17 and no minimum of 18."""

    minimum: Count | None = optional("The youngest age taken, in whole years.", "18")
    maximum: Count | None = optional("The oldest age taken, in whole years; 17 for a program for minors only.", "17")
    as_of: AgeAt | None = optional("Whether age is taken on the day of the offence or of the contact.", "offence")
    court_of_jurisdiction: Line | None = optional(
        "The court that has jurisdiction over a young person's case.", "Family Court, youth part"
    )
    parent_notice: Prose | None = optional(
        "When and by whom a parent or guardian is told.", "The officer tells a parent before the handoff."
    )
    school_record: SchoolRecord | None = optional(
        "How school records are treated: ferpa, agreement or not_used.", "ferpa"
    )


class ResidenceKind(StrEnum):
    """What ties a person to an area."""

    LIVES_IN = "lives_in"
    STAYS_IN = "stays_in"
    SPENDS_TIME_IN = "spends_time_in"


class Residence(Rule):
    """Whether a person must live in the area, and for how long."""

    area: AreaId | None = expected("The area the person must live in.", "whole-county")
    at_least: Duration | None = optional("How long the person must have lived there.", "24 months")
    kind: ResidenceKind | None = optional("What counts: lives_in, stays_in or spends_time_in.", "stays_in")
    counts_unhoused: Flag | None = optional("Whether living unhoused in the area counts.", "yes")
    proof: Several[Line] = optional("What shows it.", ["The person's own statement"], default=())


class WhenImpaired(StrEnum):
    """What happens where a person cannot consent for now."""

    WAIT = "wait"
    OFFER_LATER = "offer_later"
    MEDICAL_FIRST = "medical_first"
    CRISIS_FIRST = "crisis_first"


class CapacityCheck(Item):
    """How it is made sure that a person can consent before an offer or a release is signed."""

    checked_by: Several[ActorId] = expected("Who checks whether the person can decide.", "case_manager", default=())
    signs: Several[Line] = optional(
        "What shows that a person cannot consent now.", ["Cannot say what was offered"], default=()
    )
    when_impaired: WhenImpaired | None = expected(
        "What happens then: wait, offer_later, medical_first or crisis_first.", "offer_later"
    )
    recheck_after: Duration | None = optional("When the person is asked again.", "24 hours")
    recorded: Prose | None = optional("What is written down.", "That the person repeated the offer in their own words.")


class Informants(Item):
    """The line between the program and police sources."""

    participants_barred: Flag | None = optional(
        "Whether a person who works as a confidential informant is kept out of the program.", "yes"
    )
    recruiting_forbidden: Flag | None = optional(
        "Whether police are forbidden to recruit participants as informants.", "yes"
    )
    source_questions_forbidden: Flag | None = optional(
        "Whether police are forbidden to draw source information out of participants.", "yes"
    )
    how_checked: Prose | None = optional(
        "How it is checked without naming a source.", "The police liaison answers only yes or no."
    )
    exceptions: Prose | None = optional("What is excepted.", "A person who comes forward with counsel.")
