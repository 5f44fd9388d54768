"""A policy with one small change, which a scenario ought to notice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.policy.policy import Policy, Rule


class Operator(StrEnum):
    """The changes that are made; each stands for a slip that somebody makes in writing a rule."""

    THRESHOLD = "threshold"
    WINDOW = "window"
    NEGATION = "negation"
    ALL_OR_ANY = "all_or_any"
    OPTION_DROPPED = "option_dropped"
    OPTION_ADDED = "option_added"
    STRENGTH = "strength"
    RULE_DROPPED = "rule_dropped"
    PATHWAY_DROPPED = "pathway_dropped"
    PATHWAY_ADDED = "pathway_added"
    OWNER_DROPPED = "owner_dropped"
    SEVERAL_CHARGES = "several_charges"


@dataclass(frozen=True, eq=False)
class Mutant:
    """A changed policy.

    Attributes:
        operator: What kind of change it is.
        rule: The rule that was changed; None where it is what several charges mean.
        change: What was changed, in words.
        policy: The policy with the change.
    """

    operator: Operator
    rule: Rule | None
    change: str
    policy: Policy
