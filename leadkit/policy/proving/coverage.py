"""What cases reach of the rules, in the terms of the rules: how each came out, and by which comparisons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from leadkit.policy.analysis.wording import Wording
from leadkit.policy.comparisons import comparisons
from leadkit.policy.engine.conditions import AboutFact, Condition
from leadkit.policy.engine.reducers import AboutReducer
from leadkit.policy.language import In
from leadkit.policy.policy import Scope, Strength

if TYPE_CHECKING:
    from leadkit.policy.comparisons import Comparison
    from leadkit.policy.engine.case import Case
    from leadkit.policy.engine.screened import Applied
    from leadkit.policy.policy import Policy, Rule
    from leadkit.policy.proving.bench import Bench
    from leadkit.policy.proving.examined import Examined


class Kind(StrEnum):
    """What there is to reach of a rule."""

    HELD = "held"
    DID_NOT_HOLD = "did_not_hold"
    ONLY_REASON = "only_reason"
    NOT_KNOWN = "not_known"
    TRUE = "comparison_true"
    FALSE = "comparison_false"
    OPTION = "option"


@dataclass(frozen=True)
class Point:
    """Something that a case can reach.

    Attributes:
        rule: The id of the rule.
        kind: What of it.
        about: The comparison in words, or the option; empty for the rule as a whole.
    """

    rule: str
    kind: Kind
    about: str = ""


@dataclass(frozen=True)
class Reached:
    """What the scenarios reach of one rule.

    Attributes:
        rule: The rule.
        points: Everything that there is to reach, each with the ids of the scenarios that reach it.
    """

    rule: Rule
    points: dict[Point, tuple[str, ...]]

    @property
    def holes(self) -> tuple[Point, ...]:
        """What no scenario reaches."""
        return tuple(point for point, by in self.points.items() if not by)


def coverage(examined: Examined) -> tuple[Reached, ...]:
    """What the scenarios reach of each rule, in the order of the policy."""
    reach = Reach(examined.bench)
    found: dict[Point, list[str]] = {}
    for scenario in examined.scenarios:
        for point in reach.of(scenario.case):
            found.setdefault(point, []).append(scenario.id)
    return tuple(
        Reached(rule, {point: tuple(found.get(point, ())) for point in reach.every(rule)})
        for rule in examined.policy.rules
    )


class Reach:
    """Tells what a case reaches."""

    def __init__(self, bench: Bench) -> None:
        """Begin with rules that are ready to decide."""
        self._bench = bench
        self._policy: Policy = bench.policy
        self._words = Wording(bench.policy)
        self._rules = {rule.id: rule for rule in bench.policy.rules}

    def every(self, rule: Rule) -> Iterator[Point]:
        """Everything that there is to reach of a rule, each once."""
        kinds = [Kind.HELD, Kind.DID_NOT_HOLD, Kind.ONLY_REASON, Kind.NOT_KNOWN]
        if rule.strength is Strength.ADVISORY:
            kinds.remove(Kind.ONLY_REASON)
        if not any(True for _ in comparisons(rule.when)):  # it holds in every case
            kinds = [kind for kind in kinds if kind not in (Kind.DID_NOT_HOLD, Kind.NOT_KNOWN)]
        yield from (Point(rule.id, kind) for kind in kinds)
        yield from dict.fromkeys(self._in_condition(rule))

    def _in_condition(self, rule: Rule) -> Iterator[Point]:
        for atom in self.atoms(rule):
            words = self._words.of(atom)
            yield Point(rule.id, Kind.TRUE, words)
            yield Point(rule.id, Kind.FALSE, words)
            if isinstance(atom, In):
                for option in atom.in_ if len(atom.in_) > 1 else ():
                    yield Point(rule.id, Kind.OPTION, self._option(atom, option))

    def atoms(self, rule: Rule) -> Iterator[Comparison]:
        """The comparisons of a rule, and those that say what its numbers are made from."""
        for atom in comparisons(rule.when):
            yield atom
            reducer = self._policy.reducers.get(atom.fact)
            if reducer is not None:
                yield from comparisons(reducer.where)

    def _option(self, atom: In, option: str) -> str:
        return f"{atom.fact} is {self._words.option(atom.fact, option)}"

    def of(self, case: Case, rule: str | None = None) -> set[Point]:
        """What a case reaches; of one rule where it is named."""
        screened = self._bench.screened(case)
        facts = {name: value for name, value in case.facts.items() if name not in self._policy.reducers}
        reasons = {one.rule.id for one in screened.grounds() if one.value}
        found: set[Point] = set()
        for one in screened.applied:
            id_ = one.rule.id
            if rule not in (None, id_):
                continue
            found.add(Point(id_, _VALUES[one.value]))
            if reasons == {id_} and one.value:
                found.add(Point(id_, Kind.ONLY_REASON))
            if one.value is not None:
                found.update(self._compared(self._rules[id_], one, facts))
        return found

    def _compared(self, rule: Rule, applied: Applied, facts: dict[str, Any]) -> Iterator[Point]:
        entry = applied.entry if rule.scope is Scope.CHARGE else {}
        for atom, condition in zip(comparisons(rule.when), _leaves(applied.rule.when), strict=True):
            yield from self._seen(rule, atom, condition, facts, entry)
            if isinstance(condition, AboutReducer):
                where = self._policy.reducers[atom.fact].where
                for one in facts.get(condition.reducer.collection.id) or ():
                    for part, leaf in zip(comparisons(where), _leaves(condition.reducer.where), strict=True):
                        yield from self._seen(rule, part, leaf, facts, one)

    def _seen(
        self, rule: Rule, atom: Comparison, condition: Condition, facts: dict[str, Any], entry: dict[str, Any]
    ) -> Iterator[Point]:
        value = condition.test(facts, entry)
        if value is None:
            return
        yield Point(rule.id, Kind.TRUE if value else Kind.FALSE, self._words.of(atom))
        if isinstance(atom, In) and value and len(atom.in_) > 1 and isinstance(condition, AboutFact):
            answer = (entry if condition.of else facts)[condition.fact]
            yield Point(rule.id, Kind.OPTION, self._option(atom, answer))


_VALUES = {True: Kind.HELD, False: Kind.DID_NOT_HOLD, None: Kind.NOT_KNOWN}


def _leaves(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, AboutFact | AboutReducer):
        yield condition
    for part in condition.parts:
        yield from _leaves(part)
