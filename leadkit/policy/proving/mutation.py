"""Which changed rules the scenarios of a program would notice, and a case for each that they would not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from leadkit.policy.proving.operators import mutants
from leadkit.policy.proving.suggestion import Suggestion, suggestion
from leadkit.policy.proving.telling import Telling
from leadkit.policy.scenarios import differences_from

if TYPE_CHECKING:
    from leadkit.policy.engine.case import Case
    from leadkit.policy.engine.decision import Verdict
    from leadkit.policy.policy import Rule
    from leadkit.policy.proving.bench import Bench
    from leadkit.policy.proving.examined import Examined, Scenario
    from leadkit.policy.proving.mutant import Mutant


@dataclass(frozen=True, eq=False)
class Survivor:
    """A changed policy that no scenario notices.

    Attributes:
        mutant: The changed policy.
        bench: It, ready to decide.
        case: A case that is decided otherwise, as the engine reads it; None where none was found.
    """

    mutant: Mutant
    bench: Bench
    case: dict[str, Any] | None


@dataclass(frozen=True)
class OfRule:
    """What became of the changes of one rule.

    Attributes:
        rule: The rule; None for what several charges mean.
        killed: How many a scenario notices.
        total: How many there are that are not equal to the rules.
        equal: How many decide every case of which everything is known as the rules do.
    """

    rule: Rule | None
    killed: int
    total: int
    equal: int


@dataclass(frozen=True)
class Mutation:
    """What became of all changes.

    Attributes:
        rules: By rule, in the order of the policy; those of which nothing was changed are left out.
        survivors: The changes that no scenario notices.
        equal: The changes that decide every case of which everything is known as the rules do.
    """

    rules: tuple[OfRule, ...]
    survivors: tuple[Survivor, ...]
    equal: tuple[Mutant, ...]

    @property
    def killed(self) -> int:
        """How many changes a scenario notices."""
        return sum(one.killed for one in self.rules)

    @property
    def total(self) -> int:
        """How many changes there are that are not equal to the rules."""
        return sum(one.total for one in self.rules)


def mutate(examined: Examined, tell: Callable[[int, int], None] = lambda done, all_: None) -> Mutation:
    """Change the rules in every way of the list, and see which changes the scenarios notice.

    Args:
        examined: The rules and their scenarios.
        tell: Told how many changes were tried, and of how many.
    """
    trial = _Trial(examined)
    every = list(mutants(examined.policy))
    killed: list[Mutant] = []
    equal: list[Mutant] = []
    survivors: list[Survivor] = []
    for number, mutant in enumerate(every):
        tell(number, len(every))
        changed = examined.bench.with_change(mutant.policy)
        if trial.kills(changed, mutant):
            killed.append(mutant)
            continue
        told = trial.telling.of(mutant)
        if told.equal:
            equal.append(mutant)
        else:
            case = next((one for one in told.cases if tells(examined.bench, changed, examined.bench.read(one))), None)
            survivors.append(Survivor(mutant, changed, case))
    tell(len(every), len(every))
    return Mutation(tuple(_by_rule(killed, survivors, equal, examined)), tuple(survivors), tuple(equal))


def _by_rule(
    killed: list[Mutant], survivors: list[Survivor], equal: list[Mutant], examined: Examined
) -> Iterable[OfRule]:
    alive = [one.mutant for one in survivors]
    for rule in (*examined.policy.rules, None):
        dead, left, same = ([one for one in group if one.rule is rule] for group in (killed, alive, equal))
        if dead or left or same:
            yield OfRule(rule, len(dead), len(dead) + len(left), len(same))


class _Trial:
    """Tries the scenarios on changed rules, those that are likely to notice first."""

    def __init__(self, examined: Examined) -> None:
        self._bench = examined.bench
        self._scenarios = [one for one in examined.scenarios if one.expect is not None]
        self._before = {one.id: examined.bench.verdict(one.case) for one in self._scenarios}
        self.telling = Telling(examined.policy)

    def kills(self, changed: Bench, mutant: Mutant) -> bool:
        """Whether a scenario notices a change."""
        id_ = mutant.rule.id if mutant.rule else ""
        first = sorted(self._scenarios, key=lambda one: id_ not in self._before[one.id].reasons)
        return any(self._notices(one, changed) for one in first)

    def _notices(self, scenario: Scenario, changed: Bench) -> bool:
        pathway = scenario.case.pathway
        if changed.pathway(pathway) is self._bench.pathway(pathway):
            return False
        verdict = changed.verdict(scenario.case)
        if scenario.expect is None or verdict == self._before[scenario.id]:
            return False
        return any(differences_from(scenario.expect, verdict))


@dataclass(frozen=True)
class Noticing:
    """A case that would notice changes which no scenario does.

    Attributes:
        suggestion: The case.
        mutants: The changes.
    """

    suggestion: Suggestion
    mutants: tuple[Mutant, ...]


def noticing(examined: Examined, survivors: Iterable[Survivor]) -> Iterator[Noticing]:
    """Cases that notice all the changes for which there is one; each change is told with the first.

    There is none where the only time at which a change shows is on a day on which other rules hold.
    """
    left = [one for one in survivors if one.case is not None]
    while left:
        first = left[0]
        assert first.case is not None
        found = suggestion(examined, first.case, partial(tells, examined.bench, first.bench))
        if found is None:
            left.remove(first)
            continue
        told = [one for one in left if one is first or tells(examined.bench, one.bench, found.case)]
        yield Noticing(found, tuple(one.mutant for one in told))
        left = [one for one in left if one not in told]


def tells(before: Bench, after: Bench, case: Case) -> bool:
    """Whether a case tells two benches apart."""
    if before.pathway(case.pathway) is after.pathway(case.pathway):
        return False
    return _seen(before.verdict(case)) != _seen(after.verdict(case))


def _seen(verdict: Verdict) -> Verdict:
    """A verdict, with those who may override only where that is the outcome, as scenarios expect them there."""
    return verdict if verdict.outcome == "needs_discretion" else verdict._replace(whose=())
