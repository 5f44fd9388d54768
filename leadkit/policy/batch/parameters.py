"""The policy as a small table: for each pathway and each offence, which rules are about it.

Rows of charges are joined to it by their pathway and their offence, so that no rule looks through a list of offences,
or of pathways, in each row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.policy.batch.columns import CHARGE
from leadkit.policy.language import All, Any, In, Not

if TYPE_CHECKING:
    from leadkit.policy.language import Expression
    from leadkit.policy.policy import Policy

OFFENCE = f"{CHARGE}.offence"
OF_PATHWAY, OF_OFFENCE = "of_pathway", "of_offence"
"""The columns by which rows are joined."""

NO_OFFENCE = ""
"""What stands for an offence that is not known."""

Flags = dict[str, list[str | bool | None]]
"""A table by its columns."""


@dataclass(frozen=True)
class Parameters:
    """The table, and which of its columns says what.

    Attributes:
        flags: The table: one row for each pathway and offence, one more for each pathway where the offence is unknown.
        pathways: The columns that say whether the pathway is one of these.
        offences: The columns that say whether the offence is one of these; null where it is unknown.
    """

    flags: Flags
    pathways: dict[frozenset[str], str]
    offences: dict[frozenset[str], str]


def parameters_of(policy: Policy) -> Parameters:
    """The table of a policy."""
    pathways = {frozenset(rule.pathways): "" for rule in policy.rules}
    offences = {one: "" for rule in policy.rules for one in _offence_sets(rule.when)}
    pathways = {one: f"on_{number}" for number, one in enumerate(pathways)}
    offences = {one: f"is_{number}" for number, one in enumerate(offences)}
    rows = [(pathway, offence) for pathway in policy.pathways for offence in (*offences_of(policy), NO_OFFENCE)]
    flags: Flags = {OF_PATHWAY: [pathway for pathway, _ in rows], OF_OFFENCE: [offence for _, offence in rows]}
    flags |= {name: [pathway in some for pathway, _ in rows] for some, name in pathways.items()}
    flags |= {
        name: [None if offence == NO_OFFENCE else offence in some for _, offence in rows]
        for some, name in offences.items()
    }
    return Parameters(flags, pathways, offences)


def offences_of(policy: Policy) -> tuple[str, ...]:
    """The offences that a charge can name."""
    charges = next((one for one in policy.collections.values() if one.entry == CHARGE), None)
    return tuple(charges.facts["offence"].options) if charges and "offence" in charges.facts else ()


def _offence_sets(condition: Expression) -> list[frozenset[str]]:
    if isinstance(condition, All):
        return [one for part in condition.all for one in _offence_sets(part)]
    if isinstance(condition, Any):
        return [one for part in condition.any for one in _offence_sets(part)]
    if isinstance(condition, Not):
        return _offence_sets(condition.not_)
    return [frozenset(condition.in_)] if isinstance(condition, In) and condition.fact == OFFENCE else []
