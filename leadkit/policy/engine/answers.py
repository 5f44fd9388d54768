"""Answers that stand for all others: no rule can tell two answers apart that lie between the same bounds."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Any

from .conditions import AboutFact, Condition
from .dates import Past, past
from .declared import Declared
from .facts import Fact
from .names import Facts, Key, Name, value_of
from .outcome import Screen
from .reducers import AboutReducer, Reducer


class Answers:
    """The answers that the rules of one pathway can tell apart.

    Args:
        declared: What the policy declares.
        screen: The rules.
    """

    def __init__(self, declared: Declared, screen: Screen) -> None:
        self._declared = declared
        self._charges = screen.charges
        self._lists = {screen.charges} if screen.charge.binding else set()
        self._charge_needed = screen.needed
        self._about: dict[Key, list[AboutFact]] = {}
        self._made: dict[str, list[AboutReducer]] = {}
        self._apart: set[Key] = set()
        for rule in screen.rules:
            if rule.binds:
                self._read(rule.when)
        if screen.several == "most_serious":
            self._apart.add((screen.charges, "level"))

    def _read(self, condition: Condition) -> None:
        for part in condition.every():
            if isinstance(part, AboutFact):
                self._about.setdefault((part.of, part.fact), []).append(part)
            elif isinstance(part, AboutReducer):
                self._made.setdefault(part.reducer.collection.id, []).append(part)
                self._lists.add(part.reducer.collection.id)
                if part.reducer.per:
                    self._apart.add((part.reducer.collection.id, part.reducer.per))

    def asked(self, name: Name) -> bool:
        """Whether any rule that decides asks this."""
        if name.at is None and name.fact in self._declared.collections:
            return name.fact in self._lists
        key = name.key
        made = self._made.get(key[0] or "", ())
        return key in self._about or key in self._apart or any(part.reducer.amount == name.fact for part in made)

    def of(self, name: Name, facts: Facts, on: date) -> list[Any]:
        """Answers to a fact that is not known, or of which only a part of its date is known."""
        fact = self._declared.fact(name)
        if fact.type == "yes_no":
            return [True, False]
        if fact.type == "choice":
            return self._options(name.key, fact)
        if fact.type == "number":
            return sorted({0, *self._bounds(name, fact, facts)})
        return self._days(name.key, value_of(name, facts), on)

    def others(self, name: Name, facts: Facts, on: date) -> list[Any]:
        """Answers to a known fact other than the one known, the nearest to it first."""
        fact, value = self._declared.fact(name), value_of(name, facts)
        if fact.type == "yes_no":
            return [not value]
        if fact.type == "choice":
            return [option for option in self._options(name.key, fact) if option != value]
        if fact.type == "number":
            bounds = self._bounds(name, fact, facts)
            near = {bound if bound > value else bound - 1 for bound in bounds if bound > 0}
            return sorted(near - {value}, key=lambda other: abs(other - value))
        days = {near for day in self._first_days(name.key, on) for near in _near(day, value)}
        return [past(day, day, on) for day in sorted(days, key=lambda day: abs((day - value.last).days))]

    def sizes(self, collection: str) -> list[int]:
        """How long a list must be tried, for the numbers made from it to reach what they are compared with."""
        most: dict[str, int] = {}
        for part in self._made.get(collection, ()):
            most[part.reducer.id] = max(most.get(part.reducer.id, 0), self._entries(part))
        charges = collection == self._charges
        sizes = {0, 1 if charges or most else 0, *most.values(), sum(most.values())}
        return sorted(sizes - ({0} if charges and self._charge_needed else set()))

    def _entries(self, part: AboutReducer) -> int:
        """How many entries it takes at most to reach a bound."""
        amount = part.reducer.amount
        if amount is None:
            return part.bound
        most = part.reducer.collection.facts[amount].at_most
        return 1 if most >= part.bound or not most else math.ceil(part.bound / most)

    def _options(self, key: Key, fact: Fact) -> list[Any]:
        if key in self._apart:
            return list(fact.options)
        alike: dict[tuple[bool, ...], str] = {}
        for option in fact.options:
            alike.setdefault(tuple(option in part.bound for part in self._about.get(key, ())), option)
        return list(alike.values())

    def _bounds(self, name: Name, fact: Fact, facts: Facts) -> set[int]:
        """The least numbers that a rule tells from the next smaller."""
        bounds = {part.bound for part in self._about.get(name.key, ())}
        for part in self._made.get(name.key[0] or "", ()):
            if part.reducer.amount == name.fact:
                bounds |= self._needed(part.reducer, part.bound, name, facts)
        return {bound for bound in bounds if 0 <= bound <= fact.at_most}

    def _needed(self, reducer: Reducer, bound: int, name: Name, facts: Facts) -> set[int]:
        """What an amount must be for a total to reach a bound, beside what the other entries come to."""
        others = self._declared.answered(name, 0, facts)
        return {bound - beside for beside in {0, *reducer.sums(others)}}

    def _days(self, key: Key, known: Past | None, on: date) -> list[Any]:
        days = self._first_days(key, on)
        first, last = (known.first, known.last) if known else (min(days, default=on) - _A_DAY, on)
        return [past(day, day, on) for day in sorted({first, *(day for day in days if first <= day <= last)})]

    def _first_days(self, key: Key, on: date) -> set[date]:
        """The first days of the look-backs; one that begins before all calendars has none."""
        days = (_first_day(part.bound, on) for part in self._about.get(key, ()))
        return {day for day in days if day is not None}


_A_DAY = timedelta(days=1)


def _near(first: date, known: Past) -> list[date]:
    """The days about the beginning of a look-back that lie on the other side of it than a known date."""
    return [day for day, same in ((first, known.first >= first), (first - _A_DAY, known.last < first)) if not same]


def _first_day(window: dict[str, int | None], on: date) -> date | None:
    """The first day that lies within a stretch of time before the contact."""
    months = window.get("months")
    if months is None:
        return _in_calendar(on.toordinal() - (window.get("days") or 0))
    year, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    if year < 1:
        return None
    try:
        return _in_calendar(date(year, month + 1, on.day).toordinal())
    except ValueError:  # the month is shorter: its last day lies further back than whole months reach
        return date(year + (month == 11), (month + 1) % 12 + 1, 1)


def _in_calendar(ordinal: int) -> date | None:
    """A day that has another before it."""
    return date.fromordinal(ordinal) if ordinal > 1 else None
