"""Example cases, and the outcomes that the partners expect of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, JsonValue, WithJsonSchema

from leadkit.model.base import Closed, Item, expected, optional, required
from leadkit.model.references import ActorId, Id, PathwayId
from leadkit.model.scalars import FieldPath, Flag, Line, Prose, Several
from leadkit.values.day import Day


class ExpectedOutcome(StrEnum):
    """What the rules make of a case."""

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    NEEDS_INFORMATION = "needs_information"
    NEEDS_DISCRETION = "needs_discretion"


@dataclass(frozen=True, slots=True)
class Known:
    """What a case says of a fact.

    Attributes:
        answer: The answer; None for a list.
        entries: Of a list, what is known of each entry, by its id or by its number.
    """

    answer: str | None = None
    entries: dict[str, dict[str, str]] = field(default_factory=dict)


def _known(value: object) -> object:
    """Read one answer, or a list of entries, by ids or not, each with its own answers."""
    if isinstance(value, str):
        return Known(value)
    if isinstance(value, list | tuple):
        value = {str(number): entry for number, entry in enumerate(value)}
    if isinstance(value, dict) and all(_is_entry(entry) for entry in value.values()):
        return Known(entries=value)
    raise ValueError("write one answer, or below an id of your own for each entry what is known of it")


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and all(isinstance(answer, str) for answer in entry.values())


_ENTRY: JsonValue = {"type": "object", "additionalProperties": {"type": "string"}}

FactAnswer = Annotated[
    Known,
    BeforeValidator(_known),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": _ENTRY},
                {"type": "array", "items": _ENTRY},
            ]
        }
    ),
]
"""What a case says of a fact: one answer; of a list, the answers about each entry."""


class Expectation(Closed):
    """The outcome that is expected, and as much of its grounds as is said; what is said is said in full."""

    outcome: ExpectedOutcome = required(
        "The outcome: eligible, not_eligible, needs_information or needs_discretion.", "eligible"
    )
    whose: Several[ActorId] = optional(
        "Everybody who may override, where the outcome is needs_discretion.", ["felony-charging"], default=()
    )
    missing: Several[FieldPath] = optional(
        "All facts that are missing, where the outcome is needs_information. A list stands for everything in it.",
        ["age"],
        default=(),
    )
    reasons: Several[FieldPath] = optional(
        "All rules that are the reasons, by their paths. A path stands for all rules below it.",
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
    facts: dict[Id, FactAnswer] = expected(
        "The facts that are known, by the names that leadkit screen asks them by. A fact that is not named is unknown. "
        "A list, such as charges, has an entry for each, below an id of its own.",
        {
            "age": "34",
            "charges": {"first": {"offence": "theft"}},
            "items": {"coat": {"offence": "theft", "value": "$40"}},
        },
        default={},
    )
    nothing_else: Flag | None = optional(
        "Whether nothing else is known that would keep the person out: questions that are not named are answered no, "
        "and lists that are not named are empty, as far as that keeps nobody out.",
        "yes",
    )
    expect: Expectation | None = expected("The outcome that is expected.", {"outcome": "eligible"})
    why: Prose | None = optional("Why the partners expect it.", "It is the commonest case downtown.")
