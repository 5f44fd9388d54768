"""How long the agreement runs, and how a party or the whole of it ends."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from leadkit.model.agreement.parties import Subject
from leadkit.model.base import Item, expected, optional, required
from leadkit.model.references import DutyHolderId, Id, PathwayId
from leadkit.model.scalars import Count, Flag, Line, Prose, Several
from leadkit.values.dates import PartialDate
from leadkit.values.quantities import Duration


class RenewalBy(StrEnum):
    """What renews the agreement."""

    WRITTEN_NOTICE = "written_notice"
    NEW_SIGNATURES = "new_signatures"
    VOTE_OF_BODY = "vote_of_body"
    AUTOMATIC = "automatic"


class Renewals(Item):
    """How often, for how long and by what the agreement is renewed."""

    by: RenewalBy = required(
        "What renews it: notice, signatures, a vote, or nothing but the lapse of time.", "written_notice"
    )
    number: Count | None = optional("How often it may be renewed. Left out, without limit.", "2")
    length: Duration | None = expected("How long each renewal runs.", "1 year")
    notice: Duration | None = optional("How long before the end notice is given.", "60 days")


class FixedTerm(Item):
    """The agreement ends at a known time. Give its length or its last day."""

    kind: Literal["fixed"] = required("The agreement ends at a known time.", "fixed")
    starts: PartialDate | None = optional("When it starts. Left out, when it takes effect.", "2024-01-01")
    length: Duration | None = optional("How long the agreement runs.", "3 years")
    ends: PartialDate | None = optional("The last day of the agreement.", "2026-12-31")
    renewals: Renewals | None = optional(
        "How the agreement is renewed.", {"by": "written_notice", "number": "2", "length": "1 year"}
    )


class EvergreenTerm(Item):
    """The agreement runs until the parties end it."""

    kind: Literal["evergreen"] = required("The agreement runs until the parties end it.", "evergreen")
    starts: PartialDate | None = optional("When it starts. Left out, when it takes effect.", "2024-01-01")
    reviewed_every: Duration | None = optional("How often the parties review it.", "2 years")


class FundedTerm(Item):
    """The agreement runs as long as named money does."""

    kind: Literal["while_funded"] = required("The agreement runs as long as its money does.", "while_funded")
    starts: PartialDate | None = optional("When it starts. Left out, when it takes effect.", "2024-01-01")
    money: Line = required("The money it depends on.", "The state grant, award 24-117")


Term = Annotated[FixedTerm | EvergreenTerm | FundedTerm, Field(discriminator="kind")]
"""How long the agreement runs, told apart by ``kind``."""


class Withdrawal(Item):
    """How one party leaves."""

    at_will: Flag | None = expected("Whether a party may leave without giving a reason.", "yes")
    notice: Duration | None = expected("How long before it says so.", "60 days")
    notice_to: Several[DutyHolderId] = optional(
        "Who is told that a party leaves.", ["policy-coordinating-group"], default=()
    )
    effect_on_participants: Prose | None = expected(
        "What happens to people who are already in the program.",
        "Their case managers continue; the party honors what it decided before it left.",
    )
    effect_on_others: Prose | None = optional(
        "What happens to the agreement between the others.", "It continues between the remaining parties."
    )
    handover: Duration | None = optional("How long the leaving party hands over its work.", "90 days")


class SuspensionOf(StrEnum):
    """What can be suspended."""

    PATHWAY = "pathway"
    PARTY = "party"
    PROGRAM = "program"


class Suspension(Item):
    """How a pathway, a party or the whole program is stopped for a time."""

    of: Several[SuspensionOf] = required("What can be suspended.", ["pathway", "party"])
    pathways: Several[PathwayId] = optional("The pathways that can. Left out, all.", ["community-referral"], default=())
    by: Several[DutyHolderId] = expected(
        "Who may suspend a pathway, a party or the program.", ["policy-coordinating-group"], default=()
    )
    grounds: tuple[Prose, ...] = optional(
        "The grounds for a suspension.", ["A risk to safety", "No case manager is free"], default=()
    )
    notice: Duration | None = optional("How long before, notice of a suspension is given.", "5 business days")
    longest: Duration | None = optional("How long a suspension may last at most.", "90 days")
    effect_on_participants: Prose | None = optional(
        "What happens to people who are already in the program.", "Care continues; no new person is taken in."
    )


class EndedBy(StrEnum):
    """Who may end the whole agreement."""

    ALL_PARTIES = "all_parties"
    POLICY_BODY = "policy_body"
    NAMED_PARTIES = "named_parties"
    TOO_FEW_PARTIES = "too_few_parties"


class Termination(Item):
    """How the whole agreement ends before its time."""

    by: Several[EndedBy] = expected("Who or what may end it.", ["all_parties"], default=())
    notice: Duration | None = optional("How long before the end, notice is given.", "90 days")
    causes: tuple[Prose, ...] = optional(
        "The causes for which it may be ended.", ["The money ends", "The law changes"], default=()
    )
    effect_on_participants: Prose | None = expected(
        "What happens to people who are already in the program.",
        "The parties hand each person to ongoing care within 90 days.",
    )
    survives: Several[Subject] = expected(
        "What goes on binding after the end.", ["no_adverse_use", "confidentiality", "records"], default=()
    )
    surviving_clauses: Several[Id] = optional(
        "Clauses of the program's own that go on binding as well, by the id under which the memorandum has them.",
        ["choice-of-the-mediator"],
        default=(),
    )
