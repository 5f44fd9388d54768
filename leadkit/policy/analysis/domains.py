"""What a variable of a case can still be: some of its options, or whole numbers from one to another."""

from __future__ import annotations

from typing import NamedTuple

UNBOUNDED = 2**63 - 1
"""The end of numbers that have none; never the value of a case."""

YES = "yes"
NO = "no"


class Stretch(NamedTuple):
    """Whole numbers, the first and the last included."""

    first: int
    last: int


Domain = frozenset[str] | Stretch
"""Options of a choice (yes and no are those of a question), or a stretch of numbers."""

COUNTABLE = Stretch(0, UNBOUNDED)
"""Every number that a fact or a reducer can have: none is negative."""


def common(one: Domain, other: Domain) -> Domain | None:
    """What is in both; None where nothing is."""
    if isinstance(one, Stretch):
        assert isinstance(other, Stretch)
        first, last = max(one.first, other.first), min(one.last, other.last)
        return Stretch(first, last) if first <= last else None
    assert isinstance(other, frozenset)
    return (one & other) or None


def lies_in(domain: Domain, wanted: Domain) -> bool | None:
    """Whether every value lies in what is wanted; False where none does, None where some do."""
    if isinstance(domain, Stretch):
        assert isinstance(wanted, Stretch)
        if wanted.first <= domain.first and domain.last <= wanted.last:
            return True
        return False if domain.last < wanted.first or wanted.last < domain.first else None
    assert isinstance(wanted, frozenset)
    if domain <= wanted:
        return True
    return False if domain.isdisjoint(wanted) else None
