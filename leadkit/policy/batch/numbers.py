"""The numbers that a policy makes from lists: given in columns of their own, or made from the entries of rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import narwhals.stable.v2 as nw

from leadkit.policy.batch.cells import TOO_MANY
from leadkit.policy.batch.columns import CASE
from leadkit.policy.batch.conditions import Range
from leadkit.policy.batch.frames import Frame
from leadkit.policy.batch.truth import Truth, expression, holds, opposite

if TYPE_CHECKING:
    from leadkit.policy.batch.conditions import Conditions
    from leadkit.policy.batch.reading import Table
    from leadkit.policy.policy import Policy, Reducer

NOTHING_KNOWN = Range(None, None)


class Numbers:
    """Makes the numbers of a policy, each once, as columns.

    A number that has a column of its own is that column. Otherwise the rows of a case each have one entry of the list,
    or none; where one of them leaves that open, so is the whole list.
    """

    def __init__(self, policy: Policy, frame: Frame, table: Table, within_entries: Conditions) -> None:
        self._policy = policy
        self._table = table
        self._conditions = within_entries
        self._new: dict[str, nw.Expr] = {}
        self.ranges: Mapping[str, Range] = {name: self._range(name, one) for name, one in policy.reducers.items()}
        self.frame = frame.with_columns(**self._new) if self._new else frame

    def _range(self, name: str, reducer: Reducer) -> Range:
        own = self._table.answers.get(name)
        if own is not None:
            return Range(own.fill_null(0), own, own)
        present = self._table.answers.get(reducer.of)
        if present is None:
            return NOTHING_KNOWN
        counts = self._conditions.truth(reducer.where)
        low, high = self._of_row(reducer, present, counts)
        if not self._table.grouped:
            return self._put(name, low, high)
        if reducer.reduce == "greatest_total":
            return self._greatest(name, reducer, present, low, high)
        return self._put(name, *_summed(low, high, present))

    def _of_row(self, reducer: Reducer, present: nw.Expr, counts: Truth) -> tuple[nw.Expr, nw.Expr]:
        """The least and the most that a row's entry adds."""
        amount = nw.lit(1, nw.Int64()) if reducer.reduce == "count" else self._amount(reducer)
        there = (present == 1).fill_null(False)
        certainly = there & expression(holds(counts))
        possibly = there & ~expression(holds(opposite(counts)))
        low = nw.when(certainly).then(amount.fill_null(0)).otherwise(nw.lit(0, nw.Int64()))
        high = nw.when(possibly).then(amount).otherwise(nw.when(~present.is_null()).then(nw.lit(0, nw.Int64())))
        return low, high

    def _amount(self, reducer: Reducer) -> nw.Expr:
        assert reducer.reduce != "count"
        name = f"{self._policy.collections[reducer.of].entry}.{reducer.fact}"
        amount = self._table.answers.get(name, nw.lit(None, nw.Int64()))
        # A sum of what is wrong, and rejected, must have room too.
        return nw.when(amount < TOO_MANY).then(amount) if self._table.grouped else amount

    def _greatest(self, name: str, reducer: Reducer, present: nw.Expr, low: nw.Expr, high: nw.Expr) -> Range:
        """The greatest of the sums for each answer; an entry without an answer may belong to any of them."""
        assert reducer.reduce != "count" and reducer.per is not None
        collection = self._policy.collections[reducer.of]
        per = self._table.answers.get(f"{collection.entry}.{reducer.per}", nw.lit(None, nw.String()))
        loose = per.is_null()
        nothing = nw.lit(0, nw.Int64())
        loose_high = nw.when(loose).then(high).otherwise(nothing)
        open_list = present.is_null().any().over(CASE)
        alone = nw.when(loose).then(low).otherwise(nothing).max().over(CASE)
        lows = [nw.when(open_list).then(nothing).otherwise(alone)]
        highs = [_summed(nothing, loose_high, present)[1]]
        for option in collection.facts[reducer.per].options:
            here = (per == option).fill_null(False)
            in_group = nw.when(here).then(low).otherwise(nothing), nw.when(here | loose).then(high).otherwise(nothing)
            summed = _summed(*in_group, present)
            lows.append(summed[0])
            highs.append(summed[1])
        return self._put(name, nw.max_horizontal(*lows), _greatest_or_none(highs))

    def _put(self, name: str, low: nw.Expr, high: nw.Expr) -> Range:
        number = list(self._policy.reducers).index(name)
        columns = {f"_low_{number}": low, f"_high_{number}": high}
        self._new |= columns
        return Range(*(nw.col(column) for column in columns))


def _summed(low: nw.Expr, high: nw.Expr, present: nw.Expr) -> tuple[nw.Expr, nw.Expr]:
    """The sums over the rows of a case."""
    open_list = present.is_null().any().over(CASE)
    endless = high.is_null().any().over(CASE)
    least = nw.when(open_list).then(nw.lit(0, nw.Int64())).otherwise(low.sum().over(CASE).cast(nw.Int64()))
    return least, nw.when(~endless).then(high.sum().over(CASE).cast(nw.Int64()))


def _greatest_or_none(numbers: Iterable[nw.Expr]) -> nw.Expr:
    """The greatest; null where any is null, for null has no end."""
    some = list(numbers)
    endless = nw.lit(False)
    for one in some:
        endless = endless | one.is_null()
    return nw.when(~endless).then(nw.max_horizontal(*some))
