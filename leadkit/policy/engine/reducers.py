"""How a list of a case becomes one number, known as exactly as its entries are."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

from .conditions import AboutFact, Condition
from .facts import Collection
from .names import At, Facts, Name
from .truth import UNBOUNDED, Interval, Truth, at_least, below

Reduce = Callable[[list[tuple[Truth, Facts]]], Interval]
"""Makes the number from the entries, each with whether it is one of those that count."""


class Reducer:
    """A number made from a collection.

    Attributes:
        id: Its id.
        collection: The collection.
        where: Which entries count.
        amount: The fact that is added up; None where entries are counted.
        per: The choice by which they are added up apart; None where they are not.
        restricted: Whether it tells criminal history.
    """

    __slots__ = ("_reduce", "amount", "collection", "id", "per", "restricted", "where")

    def __init__(self, id_: str, written: dict[str, Any], collection: Collection, where: Condition) -> None:
        self.id = id_
        self.collection = collection
        self.where = where
        self.amount: str | None = written.get("fact")
        self.per: str | None = written.get("per")
        self.restricted = collection.restricted
        self._reduce: Reduce = _REDUCERS[written["reduce"]](self)

    def interval(self, facts: Facts) -> Interval:
        """The least and the greatest that the number may be; kept with the facts, for several rules compare it."""
        kept: Interval | None = facts.get(self.id)
        if kept is None:
            entries = facts.get(self.collection.id)
            kept = UNBOUNDED if entries is None else self._reduce(self._counting(entries, facts))
            facts[self.id] = kept
        return kept

    def _counting(self, entries: list[Facts], facts: Facts) -> list[tuple[Truth, Facts]]:
        test = self.where.test
        return [(value, entry) for entry in entries if (value := test(facts, entry)) is not False]

    @property
    def contact_facts(self) -> Iterator[str]:
        """The facts of the contact on which it rests which entries count."""
        parts = (part for part in self.where.every() if isinstance(part, AboutFact))
        return (part.fact for part in parts if part.of is None)

    def certain_sums(self, facts: Facts) -> set[int]:
        """What the entries that certainly count add up to: together, or in each group apart."""
        counting = [entry for counts, entry in self._counting(facts.get(self.collection.id) or [], facts) if counts]
        groups = {entry.get(self.per) for entry in counting} if self.per else {None}
        return {
            sum(entry.get(self.amount or "", 0) for entry in counting if not self.per or entry.get(self.per) == group)
            for group in groups
        }

    def used(self, facts: Facts) -> Iterator[Name]:
        """What the number comes from: the entries that count, or may; where they are not known, the collection."""
        entries = facts.get(self.collection.id)
        if not entries:
            yield Name(self.collection.id)
        for number, entry in enumerate(entries or (), 1):
            if self.where.test(facts, entry) is not False:
                yield from self._used_of(facts, entry, At(self.collection.id, number))

    def open(self, facts: Facts) -> Iterator[Name]:
        """The facts without which the number is not known exactly."""
        if facts.get(self.collection.id) is None:
            yield Name(self.collection.id)
        for number, entry in enumerate(facts.get(self.collection.id) or (), 1):
            at = At(self.collection.id, number)
            counts = self.where.test(facts, entry)
            if counts is None:
                yield from self.where.used(facts, entry, at)
            if counts is not False:
                yield from (Name(fact, at) for fact in self._added() if fact not in entry)

    def _used_of(self, facts: Facts, entry: Facts, at: At) -> Iterator[Name]:
        yield from self.where.used(facts, entry, at)
        yield from (Name(fact, at) for fact in self._added())

    def _added(self) -> Iterator[str]:
        yield from (fact for fact in (self.amount, self.per) if fact is not None)


class AboutReducer(Condition):
    """What the number of a reducer is compared with.

    Attributes:
        reducer: The reducer.
        kind: ``below`` or ``at_least``.
        bound: What it is compared with.
    """

    __slots__ = ("bound", "kind", "reducer")

    def __init__(self, reducer: Reducer, kind: str, bound: int) -> None:
        self.reducer = reducer
        self.kind = kind
        self.bound = bound
        compare = below if kind == "below" else at_least
        interval = reducer.interval
        super().__init__(lambda facts, entry: compare(interval(facts), bound))

    def used(self, facts: Facts, entry: Facts, at: At | None) -> Iterator[Name]:
        """What the number comes from, or what it lacks where the comparison stays open."""
        if self.test(facts, entry) is None:
            yield from self.reducer.open(facts)
        else:
            yield Name(self.reducer.id)
            yield from self.reducer.used(facts)

    def every(self) -> Iterator[Condition]:
        """The comparison, and what says which entries count."""
        yield self
        yield from self.reducer.where.every()


def _count(_: Reducer) -> Reduce:
    return lambda entries: (sum(1 for counts, _ in entries if counts), len(entries))


def _total(reducer: Reducer) -> Reduce:
    amount = reducer.amount
    assert amount is not None
    return lambda entries: _sum(entries, amount)


def _greatest_total(reducer: Reducer) -> Reduce:
    amount, per = reducer.amount, reducer.per
    assert amount is not None and per is not None

    def reduce(entries: list[tuple[Truth, Facts]]) -> Interval:
        loose = [(counts, entry) for counts, entry in entries if per not in entry]
        groups: dict[str, list[tuple[Truth, Facts]]] = {entry[per]: [] for _, entry in entries if per in entry}
        for counts, entry in entries:
            if per in entry:
                groups[entry[per]].append((counts, entry))
        # An entry of no known group is in some group, and may be in any: alone it is the least, with others the most.
        lows = [_sum(group, amount)[0] for group in (*groups.values(), *([one] for one in loose))]
        highs = [_sum([*group, *loose], amount)[1] for group in (*groups.values(), [])]
        return max(lows, default=0), max(highs)

    return reduce


def _sum(entries: list[tuple[Truth, Facts]], amount: str) -> Interval:
    low, high = 0, 0.0
    for counts, entry in entries:
        added = entry.get(amount)
        high += math.inf if added is None else added
        if counts:
            low += added or 0
    return low, high


_REDUCERS: dict[str, Callable[[Reducer], Reduce]] = {
    "count": _count,
    "total": _total,
    "greatest_total": _greatest_total,
}
