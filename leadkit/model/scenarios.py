"""Example cases, and the outcomes that the partners expect of them."""

from __future__ import annotations

from enum import StrEnum

from leadkit.model.base import Closed, Item, expected, optional, required
from leadkit.model.references import ActorId, Id, PathwayId
from leadkit.model.scalars import FieldPath, Line, Prose, Several
from leadkit.values.day import Day


class ExpectedOutcome(StrEnum):
    """What the rules make of a case."""

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    NEEDS_INFORMATION = "needs_information"
    NEEDS_DISCRETION = "needs_discretion"


class Expectation(Closed):
    """The outcome that is expected."""

    outcome: ExpectedOutcome = required(
        "The outcome: eligible, not_eligible, needs_information or needs_discretion.", "eligible"
    )
    whose: Several[ActorId] = optional(
        "Whose discretion it needs, where the outcome is needs_discretion.", ["felony-charging"], default=()
    )
    missing: Several[FieldPath] = optional(
        "The facts that are missing, where the outcome is needs_information.", ["age"], default=()
    )
    reasons: Several[FieldPath] = optional(
        "The rules that are the reasons, by their paths.",
        ["eligibility.exclusions.exploits-minors"],
        default=(),
    )


class Scenario(Item):
    """A case told in facts, with the outcome that is expected of the rules."""

    title: Line = required("What the case is about, in one line.", "Heroin under the limit, no record")
    on: Day | None = optional(
        "The day of the contact. Without it, the day the program is described as of.", "2026-10-01"
    )
    pathway: PathwayId | None = expected("The pathway.", "arrest-diversion")
    facts: dict[Id, Line] = expected(
        "The facts that are known, by name. A fact that is not named is unknown.",
        {"age": "34", "offence": "possession", "opiates": "2 g"},
        default={},
    )
    expect: Expectation | None = expected("The outcome that is expected.", {"outcome": "eligible"})
    why: Prose | None = optional("Why the partners expect it.", "It is the commonest case downtown.")
