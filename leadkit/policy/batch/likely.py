"""Which answers keep fewest people out, so that made-up charges are not all kept out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.policy.comparisons import Comparison, asked
from leadkit.policy.language import AtLeast, Below, In, Is
from leadkit.policy.policy import Strength

if TYPE_CHECKING:
    from leadkit.policy.batch.columns import Column
    from leadkit.policy.policy import Policy

Answer = bool | int | str
_Asked = tuple[Comparison, bool]
"""What is asked of a fact, and whether it keeps out where that holds, or where it does not."""


class Likely:
    """Finds answers that keep few out.

    Args:
        policy: The policy.
    """

    def __init__(self, policy: Policy) -> None:
        self._asked: dict[str, list[_Asked]] = defaultdict(list)
        for rule in policy.rules:
            if rule.strength is not Strength.ADVISORY:
                for part, holds in asked(rule.when, holds=True):
                    self._asked[part.fact].append((part, holds))

    def harmless(self, column: Column) -> list[Answer]:
        """The answers to a fact that keep fewest out; none for a date."""
        about = self._asked[column.name]
        answers: list[Answer] = [False, True, *column.fact.options, 0, *_bounds(about)]
        fitting = [one for one in answers if _fits(column, one)]
        scores = {one: sum(_answers(part, one) is holds for part, holds in about) for one in fitting}
        return [one for one in fitting if scores[one] == min(scores.values())]


def _bounds(asked: list[_Asked]) -> Iterator[int]:
    for part, _ in asked:
        if isinstance(part, Below):
            yield part.below
        elif isinstance(part, AtLeast):
            yield part.at_least


def _fits(column: Column, answer: Answer) -> bool:
    kind = {"yes_no": bool, "choice": str, "number": int}.get(column.fact.type)
    most = column.fact.at_most
    return type(answer) is kind and (most is None or not isinstance(answer, int) or answer <= most)


def _answers(part: Comparison, answer: Answer) -> bool | None:
    if isinstance(part, Is):
        return answer is part.is_
    if isinstance(part, In):
        return answer in part.in_
    if isinstance(part, Below):
        return isinstance(answer, int) and answer < part.below
    return isinstance(part, AtLeast) and isinstance(answer, int) and answer >= part.at_least
