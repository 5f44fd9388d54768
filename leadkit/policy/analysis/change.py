"""A kind of case that two policies decide differently, or a question about one that was given up."""

from __future__ import annotations

from dataclasses import dataclass

from leadkit.policy.analysis.witness import Witness
from leadkit.policy.policy import Rule


@dataclass(frozen=True)
class Change:
    """A kind of case that is decided differently.

    Attributes:
        before: The outcome before.
        after: The outcome after.
        rules: The rules that make the difference, of the policy whose outcome is the stricter.
        stricter: Whether the outcome after is the stricter.
        counterparts: The rules of the other policy that stand in the same fields.
        pathways: The pathways on which there are such cases, by name.
        witness: One such case.
        anyway: Whether discretion is needed for what both policies say, so that the rules change only the rest.
        reason: What makes the difference, where it is no rule.
    """

    before: str
    after: str
    rules: tuple[Rule, ...]
    stricter: bool
    counterparts: tuple[Rule, ...]
    pathways: tuple[str, ...]
    witness: Witness
    anyway: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Undecided:
    """A question that was given up.

    Attributes:
        before: The outcome before that was asked for.
        after: The outcome after.
        pathway: The pathway, by name.
        rules: The rules that may make the difference.
    """

    before: str
    after: str
    pathway: str
    rules: tuple[Rule, ...]
