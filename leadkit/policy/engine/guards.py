"""The choice that keeps most rules from holding: where its answer is known, most need not be evaluated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .conditions import AboutFact, AllOf, Condition


class Guard(NamedTuple):
    """A choice without certain answers to which a rule cannot hold.

    Attributes:
        of: The collection of whose entries it is a fact; None for a fact of the contact.
        fact: Its id.
    """

    of: str | None
    fact: str

    def allows(self, condition: Condition, answer: str) -> bool:
        """Whether a condition may hold where the choice has this answer."""
        return all(answer in one.bound for one in _needed(condition) if (one.of, one.fact) == self)


def most_common(conditions: Iterable[Condition]) -> Guard | None:
    """The choice that most of the conditions need; None where none needs any."""
    counted = Counter(Guard(one.of, one.fact) for condition in conditions for one in _needed(condition))
    return max(counted, key=counted.__getitem__, default=None)


def _needed(condition: Condition) -> Iterator[AboutFact]:
    """The comparisons of choices without which a condition does not hold."""
    if isinstance(condition, AboutFact) and condition.kind == "in":
        yield condition
    elif isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _needed(part)
