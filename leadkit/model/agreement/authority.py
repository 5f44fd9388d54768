"""The legal authority to make the agreement, and the tests that each state sets."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Closed, Item, expected, optional, required
from leadkit.model.references import LimitId, PartyId
from leadkit.model.scalars import Line, Prose, Several
from leadkit.values.dates import PartialDate


class Instrument(StrEnum):
    """What form the agreement has; ``IGA`` is an intergovernmental or interlocal agreement."""

    MOU = "mou"
    MOA = "moa"
    IGA = "iga"
    JOINT_POWERS = "joint_powers"
    CONTRACT = "contract"
    COMMITMENT_OF_COLLABORATION = "commitment_of_collaboration"
    STATEMENT_OF_INTENT = "statement_of_intent"
    RESOLUTION = "resolution"


class Stage(StrEnum):
    """Whether the parties agree to plan a program, or to run one. The two need different agreements."""

    PLANNING = "planning"
    OPERATING = "operating"


class PlanningPurpose(StrEnum):
    """What a planning agreement is for."""

    DEVELOP_PROGRAM = "develop_program"
    APPLY_FOR_GRANT = "apply_for_grant"


class Planning(Item):
    """What parties promise who have agreed to plan, and not yet to operate."""

    purpose: PlanningPurpose = required("What the planning is for.", "develop_program")
    products: tuple[Prose, ...] = optional(
        "What the planning must bring.",
        ["A list of offenses that may be diverted", "An operating agreement"],
        default=(),
    )
    done_by: PartialDate | None = optional("When the planning should be done.", "2026-12")


class InstrumentTest(Closed):
    """What an interlocal statute asks the agreement to say, and how this one says it."""

    purpose: Prose | None = optional("What the agreement says of its purpose.", "To run a diversion program together.")
    duration: Prose | None = optional(
        "What the agreement says of how long it lasts.", "Three years, with two renewals."
    )
    organization: Prose | None = optional(
        "The entity or body that carries it out.",
        "No new legal entity; a policy group of the parties administers it.",
    )
    financing: Prose | None = optional(
        "What the agreement says of how it is paid for.", "Each party pays for its own part."
    )
    budget: Prose | None = optional(
        "What the agreement says of making and keeping a budget.", "The county adopts it with its own budget."
    )
    termination: Prose | None = optional(
        "What the agreement says of how it ends.", "By withdrawal of the parties, on sixty days' notice."
    )
    property: Prose | None = optional("What the agreement says of property.", "Each party keeps what it bought.")


class FilingKind(StrEnum):
    """What must be done with the agreement before it takes effect."""

    FILE_WITH_COUNTY_AUDITOR = "file_with_county_auditor"
    POST_ON_WEBSITE = "post_on_website"
    FILE_WITH_STATE = "file_with_state"
    STATE_APPROVAL = "state_approval"
    NONE = "none"


class FilingStatus(StrEnum):
    """How far a filing has come."""

    TO_DO = "to_do"
    DONE = "done"


class Filing(Item):
    """The filing or posting that the law asks for before the agreement takes effect."""

    kind: FilingKind = required("What must be done with the agreement.", "post_on_website")
    where: Line | None = optional("Where it is filed or posted.", "Example County Auditor")
    number: Line | None = optional("The number it received.", "EX-20231204-001")
    done_on: PartialDate | None = optional("When it was filed or posted.", "2023-12-04")
    status: FilingStatus | None = expected("How far the filing or posting has come.", "done")


class GoverningVote(StrEnum):
    """The vote by which each governing body must approve."""

    MAJORITY = "majority"
    SUPERMAJORITY = "supermajority"
    UNANIMOUS = "unanimous"


class LegalAuthority(Item):
    """A law that lets the parties make the agreement."""

    citation: Line = required("The law as counsel would cite it.", "chapter 39.34 RCW")
    title: Line | None = optional("What the law is called.", "Interlocal Cooperation Act")
    law: LimitId | None = optional("The entry in the catalogue or under law.limits.", "wa-39.34")
    parties: Several[PartyId] = optional(
        "The parties that rest on it. Left out, all do.", ["example-county-government"], default=()
    )
    allows: Prose | None = optional("What it allows, in plain words.", "Public agencies may act together by agreement.")
    test: InstrumentTest | None = optional(
        "What it asks the agreement to say, and how this one says it.",
        {"purpose": "To run a diversion program together."},
    )
    vote: GoverningVote | None = optional("The vote by which each governing body must approve.", "majority")
    filing: Filing | None = optional(
        "The filing or posting that must come before it takes effect.", {"kind": "post_on_website"}
    )
