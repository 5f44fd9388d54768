"""What one fact is compared with: the smallest conditions, of which a case evaluates hundreds.

Each is written twice, for a fact of the contact and for one of an entry, because a step between would cost as much as
the comparison itself.
"""

from __future__ import annotations

from typing import Any

from .conditions import Test
from .dates import Past
from .facts import Fact
from .names import Facts
from .truth import Truth, at_least, below


def test_of(fact: Fact, name: str, of_entry: bool, kind: str, bound: Any) -> Test:
    """The test of one comparison.

    Args:
        fact: What is declared of the fact.
        name: Its id.
        of_entry: Whether it is a fact of the entry.
        kind: The word of the comparison.
        bound: What it is compared with.
    """
    if kind == "is":
        return _is(name, of_entry, bound)
    if kind == "in":
        return _in(name, of_entry, frozenset(bound))
    if kind == "within":
        return _within(name, of_entry, bound)
    # Only the bounds of a number are known without its answer: there may be answers that it cannot have.
    if kind == "below":
        return _below(name, of_entry, bound, below((0, fact.at_most), bound))
    return _at_least(name, of_entry, bound, at_least((0, fact.at_most), bound))


def _is(name: str, of_entry: bool, answer: bool) -> Test:
    if not answer:
        return _negated(_is(name, of_entry, True))
    if of_entry:
        return lambda facts, entry: entry.get(name)
    return lambda facts, entry: facts.get(name)


def _negated(test: Test) -> Test:
    def negated(facts: Facts, entry: Facts) -> Truth:
        value = test(facts, entry)
        return None if value is None else not value

    return negated


def _in(name: str, of_entry: bool, options: frozenset[str]) -> Test:
    if of_entry:
        return lambda facts, entry: None if (value := entry.get(name)) is None else value in options
    return lambda facts, entry: None if (value := facts.get(name)) is None else value in options


def _below(name: str, of_entry: bool, bound: int, unknown: Truth) -> Test:
    if of_entry:
        return lambda facts, entry: unknown if (value := entry.get(name)) is None else value < bound
    return lambda facts, entry: unknown if (value := facts.get(name)) is None else value < bound


def _at_least(name: str, of_entry: bool, bound: int, unknown: Truth) -> Test:
    if of_entry:
        return lambda facts, entry: unknown if (value := entry.get(name)) is None else value >= bound
    return lambda facts, entry: unknown if (value := facts.get(name)) is None else value >= bound


def _within(name: str, of_entry: bool, window: dict[str, int | None]) -> Test:
    months, days = window.get("months"), window.get("days")
    length = days if months is None else months
    if length is None or (months is not None and days is not None):
        raise ValueError("A stretch of time has either months or days.")
    reaches = Past.within_days if months is None else Past.within_months
    if of_entry:
        return lambda facts, entry: None if (value := entry.get(name)) is None else reaches(value, length)
    return lambda facts, entry: None if (value := facts.get(name)) is None else reaches(value, length)
