"""The smallest set of unknown facts for which some answers decide the outcome, whatever the other unknowns are.

That is what the engine itself would find after those answers. A list that is not known is one fact, whatever it takes
to fill it. Of several sets that are equally small, one is found, always the same for the same policy and case.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from .goals import Free, Goal, apart, bound, bound_of_all, still_open
from .names import Facts, Name
from .pathway import Pathway

STEPS = 2_000
"""After so many goals a search ends undecided: a person waits for the answer."""

MANY = 20
"""With more entries in a list than so many, there are too many ways to go."""

_NONE: Free = frozenset()
_ANY = 10**9
_FEW = 3
"""What takes so many answers is tried after what takes fewer; how many more does not matter to the order."""


class TooManySteps(Exception):  # noqa: N818 - it is no error: the search says so and ends
    """The search looked at as many goals as it may."""


class _Branch(NamedTuple):
    """One way on: an answer to a fact, or a goal in place of another."""

    goals: list[Goal]
    facts: Facts
    free: Free
    answered: frozenset[Name]


class Search:
    """Searches the smallest set of facts.

    Args:
        pathway: The pathway.
        on: The day of the contact.
    """

    def __init__(self, pathway: Pathway, on: date) -> None:
        self._pathway = pathway
        self._on = on
        self._left = STEPS

    def deciding(self, facts: Facts) -> list[Name]:
        """The facts, in the order of the policy; none where the outcome is decided.

        Raises:
            TooManySteps: There was no end within the limit.
        """
        charges = self._pathway.screen.charges
        entries = facts.get(charges) if charges else []
        unknown = entries is None and bool(self._pathway.screen.charge.binding)
        _check(len(entries or ()))
        found = self._smallest([self._goal(None if unknown else len(entries or ()))], facts, _NONE, _ANY)
        if unknown and charges:
            for size in self._pathway.answers.sizes(charges):
                most = _ANY if found is None else len(found) - 2
                if most < 0:
                    break
                answered = self._answered(Name(charges), size, facts, _NONE)
                more = self._smallest([self._goal(size)], answered.facts, answered.free, most)
                found = found if more is None else more | answered.answered
        return self._pathway.declared.in_order(found or ())

    def _goal(self, charges: int | None) -> Goal:
        return Goal(self._pathway.settled.condition(charges), True)

    def _smallest(self, goals: list[Goal], facts: Facts, free: Free, most: int) -> frozenset[Name] | None:
        """The smallest set of facts by which all goals can be reached; None where it has more than so many."""
        left = still_open(goals, facts)
        self._left -= 1 + len(left or ())
        if self._left < 0:
            raise TooManySteps
        if left is None or most < 0:
            return None
        groups = apart(left, facts)
        bounds = [bound_of_all(group, facts, free, most + 1) for group in groups]
        found: frozenset[Name] = frozenset()
        for place, group in enumerate(groups):
            room = most - len(found) - sum(bounds[place + 1 :])
            part = None if bounds[place] > room else self._branch(group, facts, free, int(room), bounds[place])
            if part is None:
                return None
            found |= part
        return found

    def _branch(self, goals: list[Goal], facts: Facts, free: Free, most: int, least: float) -> frozenset[Name] | None:
        goal = min(goals, key=lambda one: len(one.condition.parts))
        others = [one for one in goals if one is not goal]
        best: frozenset[Name] | None = None
        for branch in self._branches(goal, facts, free):
            part = self._smallest([*branch.goals, *others], branch.facts, branch.free, most - len(branch.answered))
            if part is not None:
                best = part | branch.answered
                most = len(best) - 1
                if len(best) <= least:
                    break
        return best

    def _branches(self, goal: Goal, facts: Facts, free: Free) -> Iterator[_Branch]:
        parts = [part for part in goal.parts() if part.value(facts) is None]
        later: list[tuple[float, Goal]] = []
        for part in parts:
            least = bound(part, facts, free, _FEW)
            if least <= 1:
                yield _Branch([part], facts, free, frozenset())
            else:
                later.append((least, part))
        for _, part in sorted(later, key=lambda one: one[0]):
            yield _Branch([part], facts, free, frozenset())
        if not parts:
            for name in self._pathway.declared.in_order(goal.used(facts)):
                for answer in self._possible(name, facts):
                    branch = self._answered(name, answer, facts, free)
                    yield branch._replace(goals=[goal])

    def _possible(self, name: Name, facts: Facts) -> list[object]:
        if name.at is None and name.fact in self._pathway.declared.collections:
            return list(self._pathway.answers.sizes(name.fact))
        return self._pathway.answers.of(name, facts, self._on)

    def _answered(self, name: Name, answer: object, facts: Facts, free: Free) -> _Branch:
        """A way on where a fact is answered, or a list is so long and its entries say what helps."""
        if name.at is None and name.fact in self._pathway.declared.collections:
            assert isinstance(answer, int)
            _check(answer)
            entries: list[Facts] = [{} for _ in range(answer)]
            return _Branch(
                [], self._pathway.declared.answered(name, entries, facts), free | {name.fact}, frozenset({name})
            )
        counted = frozenset[Name]() if name.at and name.at.collection in free else frozenset({name})
        return _Branch([], self._pathway.declared.answered(name, answer, facts), free, counted)


def _check(entries: int) -> None:
    if entries > MANY:
        raise TooManySteps
