"""Conditions of a policy as expressions over a table that was read."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import narwhals.stable.v2 as nw

from leadkit.policy.batch.calendar import within
from leadkit.policy.batch.parameters import OFFENCE
from leadkit.policy.batch.problems import BatchError
from leadkit.policy.batch.truth import Truth, all_of, any_of, opposite, unknown
from leadkit.policy.comparisons import Comparison
from leadkit.policy.language import All, Any, AtLeast, Below, In, Is, Not, Within

if TYPE_CHECKING:
    from leadkit.policy.batch.reading import Table
    from leadkit.policy.language import Expression


@dataclass(frozen=True)
class Range:
    """Between which bounds a number lies.

    Attributes:
        low: The least that it may be; never null. None where nothing is known in any row, so that it is 0.
        high: The most that it may be; null where that has no end. None where it has none in any row.
        exact: The number itself, null where nothing is known; None where it may be known within bounds.
    """

    low: nw.Expr | None
    high: nw.Expr | None
    exact: nw.Expr | None = None

    def below(self, bound: int) -> Truth:
        """Whether the number is less."""
        if self.exact is not None and bound > 0:
            return self.exact < bound
        certainly = None if self.high is None else self.high < bound
        return _either(certainly, False if self.low is None else self.low >= bound, bound)

    def at_least(self, bound: int) -> Truth:
        """Whether the number is as much or more."""
        return opposite(self.below(bound))


def _either(below: nw.Expr | None, reached: nw.Expr | bool, bound: int) -> Truth:
    if bound <= 0:
        return False
    if below is None and isinstance(reached, bool):
        return None
    unsettled = nw.when(reached).then(nw.lit(False)) if isinstance(reached, nw.Expr) else nw.lit(None, nw.Boolean())
    return unsettled if below is None else nw.when(below).then(nw.lit(True)).otherwise(unsettled)


class Conditions:
    """Makes expressions of conditions.

    Args:
        table: The table.
        offences: The columns that say whether the offence of a row's charge is one of some.
        numbers: What is known of the numbers made from lists.
        most: The largest that a fact's number can be, where there is such.
    """

    def __init__(
        self,
        table: Table,
        offences: Mapping[frozenset[str], str],
        numbers: Mapping[str, Range],
        most: Mapping[str, int],
    ) -> None:
        self._table = table
        self._offences = offences
        self._numbers = numbers
        self._most = most
        self._truths: dict[Expression, Truth] = {}
        self._blank: dict[str, nw.Expr] = {}

    def truth(self, condition: Expression) -> Truth:
        """Whether a condition holds in a row; made once, however many rules ask it."""
        if condition not in self._truths:
            self._truths[condition] = self._made(condition)
        return self._truths[condition]

    def _made(self, condition: Expression) -> Truth:
        if isinstance(condition, All):
            return all_of(self.truth(part) for part in condition.all)
        if isinstance(condition, Any):
            return any_of(self.truth(part) for part in condition.any)
        if isinstance(condition, Not):
            return opposite(self.truth(condition.not_))
        return self._about(condition)

    def unknown(self, condition: Expression) -> Truth:
        """Whether it is open in a row whether a condition holds; what is compared says so itself, where it can."""
        if isinstance(condition, Not):
            return self.unknown(condition.not_)
        if isinstance(condition, Is | In):
            return self.blank(condition.fact)
        return unknown(self.truth(condition))

    def blank(self, name: str) -> Truth:
        """Whether nothing is known of a fact in a row; the same expression each time."""
        answer = self._table.answers.get(name)
        return True if answer is None else self._blank.setdefault(name, answer.is_null())

    def _about(self, condition: Comparison) -> Truth:
        name = condition.fact
        if isinstance(condition, Below | AtLeast):
            return self._compared(condition)
        if isinstance(condition, Within):
            stretch = self._table.stretches.get(name)
            window = condition.within
            return None if stretch is None else within(stretch, self._table.on, months=window.months, days=window.days)
        answer = self._table.answers.get(name)
        if answer is None:
            return None
        if isinstance(condition, Is):
            return answer if condition.is_ else ~answer
        if isinstance(condition, In):
            flag = self._offences.get(frozenset(condition.in_)) if name == OFFENCE else None
            return nw.col(flag) if flag else answer.is_in(list(condition.in_))
        raise BatchError(f"A table cannot say what is asked of {name}.")

    def _compared(self, condition: Below | AtLeast) -> Truth:
        bound = condition.below if isinstance(condition, Below) else condition.at_least
        made = self._numbers.get(condition.fact)
        if made is not None:
            return made.below(bound) if isinstance(condition, Below) else made.at_least(bound)
        below = self._below(condition.fact, bound)
        return below if isinstance(condition, Below) else opposite(below)

    def _below(self, name: str, bound: int) -> Truth:
        """An unknown number lies between 0 and the most that it can be, which may settle the answer."""
        unknown = True if self._most.get(name, math.inf) < bound else False if bound <= 0 else None
        answer = self._table.answers.get(name)
        if answer is None:
            return unknown
        return answer < bound if unknown is None else (answer < bound).fill_null(unknown)
