"""Which facts a case still needs: those that keep a rule open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.policy.batch.columns import CASE
from leadkit.policy.batch.truth import Truth, all_of, any_of_all, expression, holds, opposite
from leadkit.policy.comparisons import names_in
from leadkit.policy.language import All, Any, Not

if TYPE_CHECKING:
    from leadkit.policy.batch.conditions import Conditions
    from leadkit.policy.batch.reading import Table
    from leadkit.policy.language import Expression
    from leadkit.policy.policy import Policy, Reducer

Where = tuple[Truth, ...]
"""In which rows something matters: those where every part holds."""

Needed = tuple[str, Where]
"""The name of a column, and in which rows it is needed."""


class Missing:
    """Finds what is missing in rows where a rule is open."""

    def __init__(self, policy: Policy, table: Table, conditions: Conditions, within_entries: Conditions) -> None:
        self._policy = policy
        self._table = table
        self._conditions = conditions
        self._within_entries = within_entries
        self._needed: dict[str, list[Where]] = defaultdict(list)

    def add(self, condition: Expression, where: Where) -> None:
        """Note what keeps a condition open, in rows where it matters and is open."""
        for name, needed in self._open(self._conditions, condition, where):
            self.note(name, needed)

    def note(self, name: str, where: Where) -> None:
        """Note that something is needed."""
        parts = {id(part): part for part in where if part is not True}
        if not any(part is False for part in where):
            self._needed[name].append(tuple(parts.values()))

    def columns(self) -> dict[str, Truth]:
        """In which rows each is needed."""
        return {name: any_of_all(needed) for name, needed in self._needed.items()}

    def _open(self, conditions: Conditions, condition: Expression, where: Where) -> Iterator[Needed]:
        """What keeps a condition open, in rows where it is."""
        if any(part is False for part in where):
            return
        names = names_in(condition)
        if len(names) == 1:  # whatever is asked of it, nothing else can keep the condition open
            yield from self._of_one(conditions, names.pop(), where)
        elif isinstance(condition, Not):
            yield from self._open(conditions, condition.not_, where)
        elif isinstance(condition, All | Any):
            for part in condition.all if isinstance(condition, All) else condition.any:
                yield from self._open(conditions, part, (*where, conditions.unknown(part)))

    def _of_one(self, conditions: Conditions, name: str, where: Where) -> Iterator[Needed]:
        reducer = self._policy.reducers.get(name)
        if reducer is None or name in self._table.answers:
            # A date may be known in part; of anything else nothing is known then, which is asked before the rules are.
            yield name, where if name in self._table.stretches else (conditions.blank(name), *where)
        else:
            yield from self._of_number(reducer, where)

    def _of_number(self, reducer: Reducer, where: Where) -> Iterator[Needed]:
        """The list, or what is open in the entries that count or may count."""
        present = self._table.answers.get(reducer.of)
        if present is None:
            yield reducer.of, where
            return
        if self._table.grouped:
            where = (expression(all_of(where)).any().over(CASE),)
        yield reducer.of, (*where, present.is_null())
        counts = self._within_entries.truth(reducer.where)
        there = (*where, (present == 1).fill_null(False))
        open_here = (*there, self._within_entries.unknown(reducer.where))
        yield from self._open(self._within_entries, reducer.where, open_here)
        if reducer.reduce == "count":
            return
        may = opposite(_certainly_not(counts))
        entry = self._policy.collections[reducer.of].entry
        for field in filter(None, (reducer.fact, reducer.per)):
            name = f"{entry}.{field}"
            yield name, (*there, may, self._within_entries.blank(name))


def _certainly_not(counts: Truth) -> Truth:
    return holds(opposite(counts))
