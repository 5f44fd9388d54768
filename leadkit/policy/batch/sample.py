"""Charges that nobody committed, to try a query on: the same ones for the same policy."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leadkit.policy.batch.columns import CASE, CHARGE, ON, PATHWAY, Column, Holds, columns_of
from leadkit.policy.batch.likely import Likely
from leadkit.policy.policy import FactType

if TYPE_CHECKING:
    from leadkit.policy.batch.likely import Answer
    from leadkit.policy.policy import Policy

CASES = 500
_PAST = 4000
"""As many days back as a date lies at most."""

_MOST = 6000
"""As large as a number without an end is at most."""


def sample_of(policy: Policy, cases: int = CASES) -> tuple[list[str], list[list[str]]]:
    """The columns, and rows as a file of text has them; what is unknown is blank."""
    sample = _Sample(policy)
    columns = [one for one in columns_of(policy).values() if one.of_contact or _of_charge(policy, one)]
    columns.sort(key=lambda one: not one.of_contact)
    rows = [row for number in range(1, cases + 1) for row in sample.rows(f"{number:07}", columns)]
    return [CASE, ON, PATHWAY, *(one.name for one in columns)], rows


def _of_charge(policy: Policy, column: Column) -> bool:
    return column.holds is Holds.ENTRY and policy.collections[column.of or ""].entry == CHARGE


class _Sample:
    """Most of its answers keep nobody out, as those about a real contact do; in some cases more do than in others."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._chance = random.Random(policy.program)
        self._harmless: dict[str, list[Answer]] = {}
        self._likely = Likely(policy)

    def rows(self, case: str, columns: list[Column]) -> Iterator[list[str]]:
        """The rows of a case."""
        odd = self._chance.choice((0.0, 0.02, 0.1))
        beginning = [case, self._policy.on, self._chance.choice(list(self._policy.pathways))]
        beginning += [self._cell(one, odd) for one in columns if one.of_contact]
        for _ in range(self._chance.choice((1, 1, 2))):
            yield beginning + [self._cell(one, odd) for one in columns if not one.of_contact]

    def _cell(self, column: Column, odd: float) -> str:
        if self._chance.random() < odd / 4:
            return ""
        harmless = self._harmless.setdefault(column.name, self._likely.harmless(column))
        if column.name == f"{CHARGE}.offence" or not harmless or self._chance.random() < odd:
            return self._any(column)
        answer = self._chance.choice(harmless)
        return ("yes" if answer else "no") if isinstance(answer, bool) else str(answer)

    def _any(self, column: Column) -> str:
        fact, chance = column.fact, self._chance
        if fact.type is FactType.YES_NO:
            return chance.choice(("yes", "no"))
        if fact.type is FactType.CHOICE:
            return chance.choice(list(fact.options))
        if fact.type is FactType.DATE:
            return (date.fromisoformat(self._policy.on) - timedelta(days=chance.randint(0, _PAST))).isoformat()
        return str(chance.randint(0, fact.at_most if fact.at_most is not None else _MOST))
