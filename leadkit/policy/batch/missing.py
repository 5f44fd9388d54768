"""Which facts a case still needs: those that keep a rule open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.policy.batch.columns import CASE
from leadkit.policy.batch.truth import Truth, all_of, any_of, expression, opposite
from leadkit.policy.language import All, Any, AtLeast, Below, Not

if TYPE_CHECKING:
    from leadkit.policy.batch.conditions import Conditions
    from leadkit.policy.batch.reading import Table
    from leadkit.policy.language import Expression
    from leadkit.policy.policy import Policy, Reducer

Needed = tuple[str, Truth]
"""The name of a column, and in which rows it is needed."""


class Missing:
    """Finds what is missing in rows where a rule is open."""

    def __init__(self, policy: Policy, table: Table, conditions: Conditions, within_entries: Conditions) -> None:
        self._policy = policy
        self._table = table
        self._conditions = conditions
        self._within_entries = within_entries
        self._needed: dict[str, list[Truth]] = defaultdict(list)

    def add(self, condition: Expression, where: Truth) -> None:
        """Note what keeps a condition open, in rows where it matters and is open."""
        for name, needed in self._open(self._conditions, condition, where):
            self._needed[name].append(needed)

    def note(self, name: str, where: Truth) -> None:
        """Note that something is needed."""
        self._needed[name].append(where)

    def columns(self) -> dict[str, Truth]:
        """In which rows each is needed."""
        return {name: any_of(needed) for name, needed in self._needed.items()}

    def _open(self, conditions: Conditions, condition: Expression, where: Truth) -> Iterator[Needed]:
        """What keeps a condition open, in rows where it is."""
        if where is False:
            return
        if isinstance(condition, All | Any):
            parts = condition.all if isinstance(condition, All) else condition.any
            for part in parts:
                yield from self._open(conditions, part, all_of([where, conditions.unknown(part)]))
        elif isinstance(condition, Not):
            yield from self._open(conditions, condition.not_, where)
        elif isinstance(condition, Below | AtLeast) and condition.fact in self._policy.reducers:
            yield from self._of_number(condition.fact, self._policy.reducers[condition.fact], where)
        else:
            yield condition.fact, where

    def _of_number(self, name: str, reducer: Reducer, where: Truth) -> Iterator[Needed]:
        """The number's own column, or the list, or what is open in the entries that count or may count."""
        present = self._table.answers.get(reducer.of)
        if name in self._table.answers:
            yield name, where
            return
        if present is None:
            yield reducer.of, where
            return
        if self._table.grouped:
            where = expression(where).any().over(CASE)
        yield reducer.of, all_of([where, present.is_null()])
        counts = self._within_entries.truth(reducer.where)
        there = all_of([where, (present == 1).fill_null(False)])
        open_here = all_of([there, self._within_entries.unknown(reducer.where)])
        yield from self._open(self._within_entries, reducer.where, open_here)
        if reducer.reduce == "count":
            return
        may = opposite(_certainly_not(counts))
        entry = self._policy.collections[reducer.of].entry
        for field in filter(None, (reducer.fact, reducer.per)):
            answer = self._table.answers.get(f"{entry}.{field}")
            yield f"{entry}.{field}", all_of([there, may, answer is None or answer.is_null()])


def _certainly_not(counts: Truth) -> Truth:
    from leadkit.policy.batch.truth import holds

    return holds(opposite(counts))
