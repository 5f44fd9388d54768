"""How a list of a case becomes one number, known as exactly as its entries are."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

from .conditions import AboutFact, Condition, Test
from .facts import Collection
from .names import At, Facts, Name
from .truth import UNBOUNDED, Interval, Truth

Reduce = Callable[[list[Facts], Facts], Interval]
"""Makes the number from the entries of the collection, beside the facts of the contact."""


class Reducer:
    """A number made from a collection.

    Attributes:
        id: Its id.
        collection: The collection.
        where: Which entries count.
        amount: The fact that is added up; None where entries are counted.
        per: The choice by which they are added up apart; None where they are not.
        make: Makes the number anew, and keeps it with the facts.
        restricted: Whether it tells criminal history: its list does, or a fact that says which entries count and how.
    """

    __slots__ = ("amount", "collection", "id", "make", "per", "restricted", "where")

    def __init__(self, id_: str, written: dict[str, Any], collection: Collection, where: Condition) -> None:
        self.id = id_
        self.collection = collection
        self.where = where
        self.amount: str | None = written.get("fact")
        self.per: str | None = written.get("per")
        self.restricted = collection.restricted
        self.make = _made(id_, collection.id, _REDUCERS[written["reduce"]](self))

    def interval(self, facts: Facts) -> Interval:
        """The least and the greatest that the number may be; kept with the facts, for several rules compare it."""
        return facts.get(self.id) or self.make(facts)

    @property
    def contact_facts(self) -> Iterator[str]:
        """The facts of the contact on which it rests which entries count."""
        parts = (part for part in self.where.every() if isinstance(part, AboutFact))
        return (part.fact for part in parts if part.of is None)

    def sums(self, facts: Facts) -> set[int]:
        """What the entries may add up to, at least and at most: together, or in each group apart."""
        entries: list[Facts] = facts.get(self.collection.id) or []
        total = _total(self)
        loose = [entry for entry in entries if self.per and self.per not in entry]
        groups: dict[Any, list[Facts]] = {entry.get(self.per or ""): [] for entry in entries}
        for entry in entries:
            groups[entry.get(self.per or "")].append(entry)
        ends = [end for group in groups.values() for end in (total(group, facts)[0], total([*group, *loose], facts)[1])]
        return {int(end) for end in ends if end != math.inf}

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
        super().__init__(_below(reducer, bound) if kind == "below" else _at_least(reducer, bound))

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


def _made(id_: str, collection: str, reduce: Reduce) -> Callable[[Facts], Interval]:
    def make(facts: Facts) -> Interval:
        entries = facts.get(collection)
        made = facts[id_] = reduce(entries, facts) if entries else UNBOUNDED if entries is None else (0, 0)
        return made

    return make


def _below(reducer: Reducer, bound: int) -> Test:
    id_, make = reducer.id, reducer.make

    def test(facts: Facts, entry: Facts) -> Truth:
        low, high = facts.get(id_) or make(facts)
        return True if high < bound else None if low < bound else False

    return test


def _at_least(reducer: Reducer, bound: int) -> Test:
    id_, make = reducer.id, reducer.make

    def test(facts: Facts, entry: Facts) -> Truth:
        low, high = facts.get(id_) or make(facts)
        return True if low >= bound else None if high >= bound else False

    return test


def _count(reducer: Reducer) -> Reduce:
    test = reducer.where.test

    def reduce(entries: list[Facts], facts: Facts) -> Interval:
        low = high = 0
        for entry in entries:
            counts = test(facts, entry)
            if counts is not False:
                high += 1
                low += counts is True
        return low, high

    return reduce


def _total(reducer: Reducer) -> Reduce:
    test, amount = reducer.where.test, reducer.amount
    assert amount is not None

    def reduce(entries: list[Facts], facts: Facts) -> Interval:
        low = 0
        high: float = 0  # whole, unless it is without end
        for entry in entries:
            counts = test(facts, entry)
            if counts is not False:
                added = entry.get(amount)
                high += math.inf if added is None else added
                low += added if counts and added is not None else 0
        return low, high

    return reduce


def _greatest_total(reducer: Reducer) -> Reduce:
    test, per, total = reducer.where.test, reducer.per, _total(reducer)

    def reduce(entries: list[Facts], facts: Facts) -> Interval:
        groups: dict[str, list[Facts]] = {}
        loose: list[Facts] = []
        for entry in entries:
            if test(facts, entry) is not False:
                group = entry.get(per or "")
                (loose if group is None else groups.setdefault(group, [])).append(entry)
        # An entry of no known group is in some group, and may be in any: alone it is the least, with others the most.
        lows = [total(group, facts)[0] for group in (*groups.values(), *([one] for one in loose))]
        highs = [total([*group, *loose], facts)[1] for group in (*groups.values(), [])]
        return max(lows, default=0), max(highs)

    return reduce


NEEDS: dict[str, tuple[str, ...]] = {"count": (), "total": ("fact",), "greatest_total": ("fact", "per")}
"""By kind of reducer, what a policy must say of it."""

_REDUCERS: dict[str, Callable[[Reducer], Reduce]] = {
    "count": _count,
    "total": _total,
    "greatest_total": _greatest_total,
}
