"""What a search must reach: conditions that are to hold, or not to hold, taken apart as far as that costs nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .conditions import NO_ENTRY, AllOf, AnyOf, Condition, Not
from .names import At, Facts, Name
from .reducers import AboutReducer
from .settled import OfCharge
from .truth import Truth

Free = frozenset[str]
"""Collections that are answered as a whole, so that what their entries say costs no further answer."""


class Goal(NamedTuple):
    """A condition that is to have a value.

    Attributes:
        condition: The condition.
        wanted: The value.
        at: The charge that it is about.
    """

    condition: Condition
    wanted: bool
    at: At | None = None

    def value(self, facts: Facts) -> Truth:
        """The value that it has."""
        return self.condition.test(facts, self._entry(facts))

    def used(self, facts: Facts) -> set[Name]:
        """The facts that it needs, where it is open."""
        return set(self.condition.used(facts, self._entry(facts), self.at))

    def parts(self) -> list[Goal]:
        """The goals for its parts: of several, all or one of them must be reached."""
        wanted = not self.wanted if isinstance(self.condition, Not) else self.wanted
        at = self.condition.at if isinstance(self.condition, OfCharge) else self.at
        return [Goal(part, wanted, at) for part in self.condition.parts]

    @property
    def needs_all(self) -> bool:
        """Whether every one of its parts must be reached."""
        return not isinstance(self.condition, AnyOf if self.wanted else AllOf)

    def touched(self, facts: Facts) -> set[Name]:
        """What it needs, and what it may come to need once a list is answered."""
        parts = (part for part in self.condition.every() if isinstance(part, AboutReducer))
        later = {
            Name(fact)
            for part in parts
            if facts.get(part.reducer.collection.id) is None
            for fact in part.reducer.contact_facts
            if facts.get(fact) is None
        }
        return self.used(facts) | later

    def _entry(self, facts: Facts) -> Facts:
        return facts[self.at.collection][self.at.number - 1] if self.at else NO_ENTRY


def still_open(goals: Iterable[Goal], facts: Facts) -> list[Goal] | None:
    """The goals that are not reached, none of which asks for all of several parts; None where one cannot be reached."""
    left: dict[Goal, None] = {}
    stack = list(goals)[::-1]
    while stack:
        goal = stack.pop()
        value = goal.value(facts)
        if value is goal.wanted:
            continue
        if value is not None:
            return None
        parts = goal.parts()
        if parts and not goal.needs_all:
            parts = [part for part in parts if part.value(facts) is None]
        if parts and (goal.needs_all or len(parts) == 1):
            stack.extend(reversed(parts))
        else:
            left[goal] = None
    return list(left)


def bound(goal: Goal, facts: Facts, free: Free, enough: float = math.inf) -> float:
    """At least how many answers an open goal takes; where they are enough, no more are counted."""
    value = goal.value(facts)
    if value is not None:
        return 0 if value is goal.wanted else math.inf
    parts = goal.parts()
    if not parts:
        return 0 if any(name.at and name.at.collection in free for name in goal.used(facts)) else 1
    if goal.needs_all:
        return bound_of_all(parts, facts, free, enough)
    least, fewest = math.inf, 0 if free else 1
    for part in parts:
        least = min(least, bound(part, facts, free, min(least, enough)))
        if least <= fewest:
            break
    return least


def bound_of_all(goals: Sequence[Goal], facts: Facts, free: Free, enough: float = math.inf) -> float:
    """At least how many answers several goals take: those that share no fact, together."""
    total, taken, most = 0.0, set[Name](), 0.0
    for goal in goals:
        one = bound(goal, facts, free, enough)
        most = max(most, one)
        if most < enough and one and taken.isdisjoint(used := goal.used(facts)):
            taken |= used
            total += one
        if max(total, most) >= enough:
            break
    return max(total, most)


def apart(goals: Sequence[Goal], facts: Facts) -> list[list[Goal]]:
    """The goals in groups that share no fact, so that each can be reached by itself."""
    if len(goals) < 2:
        return [list(goals)] if goals else []
    groups: list[tuple[set[Name], list[Goal]]] = []
    for goal in goals:
        names, members = goal.touched(facts), [goal]
        rest = []
        for group in groups:
            if group[0].isdisjoint(names):
                rest.append(group)
            else:
                names, members = names | group[0], group[1] + members
        groups = [*rest, (names, members)]
    return [members for _, members in groups]
