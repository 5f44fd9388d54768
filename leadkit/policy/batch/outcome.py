"""Outcomes as numbers, so that the worst of several is the least of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import narwhals.stable.v2 as nw

from leadkit.policy.batch.columns import CASE
from leadkit.policy.batch.truth import Truth, any_of, expression, unknown
from leadkit.policy.policy import Strength

if TYPE_CHECKING:
    from leadkit.policy.policy import Rule

NOT_ELIGIBLE, NEEDS_INFORMATION, NEEDS_DISCRETION, ELIGIBLE = range(4)
NAMES = ("not_eligible", "needs_information", "needs_discretion", "eligible")
"""The outcomes, the worst first."""


@dataclass(frozen=True)
class Value:
    """A rule with what it says in each row."""

    rule: Rule
    truth: Truth


def code(values: Iterable[Value], *, more_unknown: Truth = False) -> nw.Expr:
    """The outcome that follows from rules.

    Args:
        values: The rules; those that are only weighed do not count.
        more_unknown: Whether anything else that is needed is unknown.
    """
    some = [one for one in values if one.rule.strength is not Strength.ADVISORY]
    absolute = (one.truth for one in some if one.rule.strength is Strength.ABSOLUTE)
    presumptive = (one.truth for one in some if one.rule.strength is Strength.PRESUMPTIVE)
    barred = expression(any_of(absolute))
    is_open = expression(any_of([more_unknown, *(unknown(one.truth) for one in some)]))
    presumed = expression(any_of(presumptive))
    decided = nw.when(presumed).then(_lit(NEEDS_DISCRETION)).otherwise(_lit(ELIGIBLE))
    needed = nw.when(is_open).then(_lit(NEEDS_INFORMATION)).otherwise(decided)
    return nw.when(barred).then(_lit(NOT_ELIGIBLE)).otherwise(needed)


def in_words(outcome: nw.Expr) -> nw.Expr:
    """The outcome's name."""
    words = nw.lit(NAMES[-1])
    for number in range(len(NAMES) - 2, -1, -1):
        words = nw.when(outcome == number).then(nw.lit(NAMES[number])).otherwise(words)
    return words


def worst(outcome: nw.Expr, where: nw.Expr) -> nw.Expr:
    """The worst outcome in the rows of a case; null where there is no such row."""
    return nw.when(where).then(outcome).min().over(CASE)


def best_of_any(outcome: nw.Expr, where: nw.Expr) -> nw.Expr:
    """The outcome where one charge is enough: eligible if any is, else what could still become so."""
    order = nw.when(outcome == ELIGIBLE).then(_lit(3)).otherwise(
        nw.when(outcome == NEEDS_INFORMATION).then(_lit(2)).otherwise(
            nw.when(outcome == NEEDS_DISCRETION).then(_lit(1)).otherwise(_lit(0))
        )
    )  # fmt: skip
    first = nw.when(where).then(order).max().over(CASE)
    return nw.when(first == 3).then(_lit(ELIGIBLE)).otherwise(
        nw.when(first == 2).then(_lit(NEEDS_INFORMATION)).otherwise(
            nw.when(first == 1).then(_lit(NEEDS_DISCRETION)).otherwise(_lit(NOT_ELIGIBLE))
        )
    )  # fmt: skip


def _lit(number: int) -> nw.Expr:
    return nw.lit(number, nw.Int8())
