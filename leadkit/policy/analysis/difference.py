"""Every kind of case that two policies decide differently, with a case of each.

A kind is an outcome before and an outcome after, and the rules that make the difference: those of the stricter policy
that hold and that the other does not have. For each such rule it is asked whether it makes a difference alone; then
whether there is any case left in which only several do together. Then it is asked what two charges make of it of which
one alone is decided differently. So no kind is left out, or it is said that one may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from leadkit.policy.analysis.change import Change, Undecided
from leadkit.policy.analysis.formulas import Formula, Or, negated, none_of
from leadkit.policy.analysis.note import About, Note, notes
from leadkit.policy.analysis.relations import read
from leadkit.policy.analysis.search import Answer, find, holds_in
from leadkit.policy.analysis.settings import (
    DISCRETION,
    ELIGIBLE,
    NOT_ELIGIBLE,
    Bars,
    Setting,
    bars,
    premises,
    settings,
    some_of,
)
from leadkit.policy.analysis.several import mixed_charges, several_charges
from leadkit.policy.analysis.witness import Witnesses
from leadkit.policy.analysis.world import ReadRule, World
from leadkit.policy.policy import Policy, Strength

BEFORE, AFTER = 0, 1

_STEPS = (
    (NOT_ELIGIBLE, ELIGIBLE, Strength.ABSOLUTE),
    (NOT_ELIGIBLE, DISCRETION, Strength.ABSOLUTE),
    (DISCRETION, ELIGIBLE, Strength.PRESUMPTIVE),
)
"""The outcome of the stricter policy, that of the other, and the strength of the rules that make the difference."""

_TOGETHER = 50
"""How many sets of rules are told that make a difference only together; then it is said that there may be more."""


@dataclass(frozen=True)
class Difference:
    """What two policies decide differently, and what else of them is different.

    Attributes:
        old: The policy before.
        new: The policy after.
        changes: The kinds of case that are decided differently.
        undecided: The questions that were given up; where there are any, kinds may be missing.
        notes: What changes without any such case, or cannot be compared.
        names: What roles and agencies are called in each, by their ids.
    """

    old: Policy
    new: Policy
    changes: tuple[Change, ...]
    undecided: tuple[Undecided, ...]
    notes: tuple[Note, ...]
    names: Sequence[Mapping[str, str]] = ({}, {})

    @property
    def is_none(self) -> bool:
        """Whether nothing is different, which is certain."""
        return not (self.changes or self.undecided or self.notes)


def difference(old: Policy, new: Policy, names: Sequence[Mapping[str, str]] = ({}, {})) -> Difference:
    """Compare two policies.

    Args:
        old: The policy before.
        new: The policy after.
        names: What roles and agencies are called in each, by their ids.
    """
    world = read(old, new)
    found = list(_changes(world))
    changes = tuple(one for one in found if isinstance(one, Change))
    shown = any(one.reason for one in changes)  # what several charges mean is told by a case
    return Difference(
        old,
        new,
        changes,
        tuple(one for one in found if isinstance(one, Undecided)),
        tuple(one for one in notes(world, names) if not (shown and one.about is About.SEVERAL_CHARGES)),
        names,
    )


def _changes(world: World) -> Iterator[Change | Undecided]:
    """Every kind of case that the two policies of a world decide differently."""
    found: dict[tuple[object, ...], Change] = {}
    asked: set[tuple[object, ...]] = set()
    comparison = _Comparison(world)
    for setting in settings(side.policy for side in world.sides):
        alone = list(comparison.of(setting))
        mixed = mixed_charges(world, comparison.witnesses, setting, alone)
        for change in (*alone, *mixed, *several_charges(world, comparison.witnesses, setting)):
            key: tuple[object, ...] = (change.before, change.after, tuple(rule.id for rule in change.rules))
            if isinstance(change, Undecided):
                if (change.pathway, *key) not in asked:
                    yield change
                asked.add((change.pathway, *key))
                continue
            known = found.get(key)
            if known is None:
                found[key] = change
            elif change.pathways[0] not in known.pathways:
                found[key] = replace(known, pathways=(*known.pathways, *change.pathways))
    yield from found.values()


class _Comparison:
    def __init__(self, world: World) -> None:
        self._world = world
        self.witnesses = Witnesses(world)

    def of(self, setting: Setting) -> Iterator[Change | Undecided]:
        """The kinds of a setting."""
        both = [bars(side, setting) for side in self._world.sides]
        for strict in (BEFORE, AFTER):
            for step in _STEPS:
                yield from self._kinds(setting, both[strict], both[1 - strict], strict, step)

    def _kinds(
        self, setting: Setting, strict: Bars, lenient: Bars, side: int, step: tuple[str, str, Strength]
    ) -> Iterator[Change | Undecided]:
        """The kinds with one outcome before and one after."""
        makers = _only_in(strict.of(step[2]), lenient.of(step[2]))
        conditions = [*premises(self._world, setting), *_outcomes(strict, lenient, step)]
        told: list[tuple[ReadRule, ...]] = []
        for maker in makers:
            others = none_of(one.when for one in makers if one is not maker)
            answer = find(self._world, [maker.when, *others, *conditions])
            if not answer.never:
                yield self._told(setting, side, step, (maker,), answer)
            if answer.case is not None:
                told.append((maker,))
        for _ in range(_TOGETHER if makers else 0):
            untold = [Or(tuple(negated(one.when) for one in group)) for group in told]
            answer = find(self._world, [some_of(makers), *untold, *conditions])
            if answer.never:
                return
            if answer.case is None:
                break
            holding = tuple(one for one in makers if holds_in(self._world, one.when, answer.case.domains)) or tuple(
                makers
            )
            yield self._told(setting, side, step, holding, answer)
            told.append(holding)
        else:
            answer = Answer(None, decided=False)
        if makers:
            yield self._told(setting, side, step, tuple(makers), answer)

    def _told(
        self, setting: Setting, side: int, step: tuple[str, str, Strength], makers: tuple[ReadRule, ...], answer: Answer
    ) -> Change | Undecided:
        before, after = step[:2] if side == BEFORE else (step[1], step[0])
        rules = tuple(one.rule for one in makers)
        pathway = self._world.sides[AFTER].policy.pathways[setting.pathway].name
        if answer.case is None:
            return Undecided(before, after, pathway, rules)
        matching = [one for one in self._world.sides[1 - side].rules if one.rule.id in {rule.id for rule in rules}]
        shown: list[Formula] = [one.when for one in (*makers, *matching)]
        witness = self.witnesses.of(answer.case, setting, shown)
        why = [one for one in self._world.sides[1 - side].rules if one.rule in witness.decided[1 - side].deciding]
        if why:
            shown += [one.when for one in why]
            witness = self.witnesses.of(answer.case, setting, shown)
        if tuple(one.outcome for one in witness.decided) != (before, after):
            return Undecided(before, after, pathway, rules)
        counterparts = tuple(one.rule for one in matching)
        common = bars(self._world.sides[side], setting).presumptive
        anyway = bool(why) and not _only_in(why, common)
        return Change(before, after, rules, side == AFTER, counterparts, (pathway,), witness, anyway)


def _only_in(rules: Iterable[ReadRule], others: Iterable[ReadRule]) -> list[ReadRule]:
    """The rules of one policy that the other does not have, whatever they are called there."""
    known = {one.when for one in others}
    return [one for one in rules if one.when not in known]


def _outcomes(strict: Bars, lenient: Bars, step: tuple[str, str, Strength]) -> list[Formula]:
    """What makes the two outcomes, but for the rules that make the difference; what the policies do not share first."""
    conditions: list[Formula] = []
    if step[1] == DISCRETION:
        conditions.append(some_of((*_only_in(lenient.presumptive, strict.presumptive), *lenient.presumptive)))
    absent = [*lenient.absolute, *(lenient.presumptive if step[1] == ELIGIBLE else ())]
    if step[0] == DISCRETION:
        absent += strict.absolute
    differing = _only_in(absent, strict.every)
    return [*conditions, *none_of(one.when for one in (*differing, *absent))]
