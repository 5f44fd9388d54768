"""A case for each hole that the scenarios leave in the rules, found by search and tried with the engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leadkit.policy.analysis.formulas import Formula, negated, none_of
from leadkit.policy.analysis.settings import applies
from leadkit.policy.analysis.subject import Subject
from leadkit.policy.analysis.witness import Witnesses
from leadkit.policy.policy import Strength
from leadkit.policy.proving.coverage import Point, Reach, Reached
from leadkit.policy.proving.suggestion import Suggestion, suggestion

if TYPE_CHECKING:
    from leadkit.policy.analysis.settings import Setting
    from leadkit.policy.analysis.world import ReadRule
    from leadkit.policy.policy import Fact, Rule
    from leadkit.policy.proving.examined import Examined

Facts = dict[str, Any]
_LONG_AGO = "1900-01-01"


@dataclass(frozen=True)
class Filling:
    """A case that fills holes.

    Attributes:
        suggestion: The case.
        points: The holes that it fills; none of them is filled by an earlier one.
    """

    suggestion: Suggestion
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Fillings:
    """Cases for the holes.

    Attributes:
        cases: The cases.
        never: The rules that no case can meet.
        left: The holes for which no case was found.
    """

    cases: tuple[Filling, ...]
    never: tuple[Rule, ...]
    left: tuple[Point, ...]


def fill_holes(examined: Examined, reached: tuple[Reached, ...]) -> Fillings:
    """Find a case for each hole."""
    return _Filler(examined, reached).fillings()


@dataclass(frozen=True)
class _Near:
    """A case near a rule, as the engine reads it, with what it reaches of the rule."""

    pathway: str
    facts: Facts
    points: frozenset[Point]


class _Filler:
    def __init__(self, examined: Examined, reached: tuple[Reached, ...]) -> None:
        self._examined = examined
        self._reached = reached
        self._reach = Reach(examined.bench)
        self._subject = Subject(examined.policy)
        self._open = {point for one in reached for point in one.holes}

    def fillings(self) -> Fillings:
        cases: list[Filling] = []
        never: list[Rule] = []
        left: list[Point] = []
        rules = {one.rule.id: one for one in self._subject.rules}
        for reached in self._reached:
            rule = rules[reached.rule.id]
            if reached.holes and self._subject.find(rule.when).never:
                never.append(rule.rule)
                continue
            near: list[_Near] | None = None
            for point in reached.holes:
                if point in self._open:
                    near = near if near is not None else list(self._near(rule))
                    found = self._filling(point, near)
                    cases += [found] if found else []
                    left += [] if found else [point]
        return Fillings(tuple(cases), tuple(never), tuple(left))

    def _filling(self, point: Point, near: list[_Near]) -> Filling | None:
        for case in near:
            if point not in case.points:
                continue
            asked = {"pathway": case.pathway, "facts": case.facts}
            found = suggestion(self._examined, asked, lambda one: point in self._reach.of(one, point.rule))
            if found is not None:
                points = sorted(self._open & self._reach.of(found.case), key=lambda one: (one != point, one.about))
                self._open -= set(points)
                return Filling(found, tuple(points))
        return None

    def _near(self, rule: ReadRule) -> Iterator[_Near]:
        """Cases on both sides of a rule, and each of them with one answer changed."""
        firsts = list(self._firsts(rule))
        yield from (self._tried(rule, pathway, facts) for pathway, facts in firsts)
        for pathway, first in firsts:
            yield from (self._tried(rule, pathway, facts) for facts in self._others(rule, first))

    def _tried(self, rule: ReadRule, pathway: str, facts: Facts) -> _Near:
        case = self._examined.bench.read({"on": self._examined.day, "pathway": pathway, "facts": facts})
        return _Near(pathway, facts, frozenset(self._reach.of(case, rule.rule.id)))

    def _firsts(self, rule: ReadRule) -> Iterator[tuple[str, Facts]]:
        for setting in self._subject.settings:
            if not applies(rule, setting):
                continue
            for conditions in self._questions(rule, setting):
                answer = self._subject.find(*conditions)
                if answer.case is not None:
                    asked = Witnesses(self._subject.world).asked(answer.case, setting)
                    yield setting.pathway, asked["facts"]

    def _questions(self, rule: ReadRule, setting: Setting) -> Iterator[list[Formula]]:
        others = [
            one
            for one in self._subject.rules
            if one is not rule and applies(one, setting) and one.rule.strength is not Strength.ADVISORY
        ]
        same = [one for one in others if one.rule.strength in (rule.rule.strength, Strength.ABSOLUTE)]
        yield [rule.when, *none_of(one.when for one in others)]
        yield [rule.when, *none_of(one.when for one in same)]
        yield [rule.when]
        yield [negated(rule.when), *none_of(one.when for one in others)]
        yield [negated(rule.when)]

    def _others(self, rule: ReadRule, facts: Facts) -> Iterator[Facts]:
        """The facts with one that the rule asks about answered otherwise, or not known."""
        policy = self._examined.policy
        for name, fact in policy.facts.items():
            if name in self._asked(rule):
                for answer in (None, *_answers(fact, self._examined.day)):
                    yield {**facts, name: answer}
        for list_, collection in policy.collections.items():
            asked = [name for name in collection.facts if f"{collection.entry}.{name}" in self._asked(rule)]
            if asked:
                yield {**facts, list_: None}
            for place, entry in enumerate(facts.get(list_) or ()):
                for name in asked:
                    for answer in (None, *_answers(collection.facts[name], self._examined.day)):
                        entries = list(facts[list_])
                        entries[place] = {**entry, name: answer}
                        yield {**facts, list_: entries}

    def _asked(self, rule: ReadRule) -> set[str]:
        return {atom.fact for atom in self._reach.atoms(rule.rule)}


def _answers(fact: Fact, day: str) -> list[Any]:
    match fact.type:
        case "yes_no":
            return [True, False]
        case "choice":
            return list(fact.options)
        case "date":
            return [day, _LONG_AGO]
        case _:
            return [0, fact.at_most if fact.at_most is not None else 10**9]
