"""Cases of two charges, where two policies disagree on what several charges mean."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from leadkit.policy.analysis.change import Change, Undecided
from leadkit.policy.analysis.formulas import And, Formula, Literal, Or, renamed
from leadkit.policy.analysis.search import find, holds_in
from leadkit.policy.analysis.settings import DISCRETION, ELIGIBLE, NOT_ELIGIBLE, Setting, bars, decided_as
from leadkit.policy.analysis.witness import Witnesses
from leadkit.policy.analysis.world import OFFENCE, World
from leadkit.policy.policy import Scope, SeveralCharges

_OUTCOMES = (ELIGIBLE, DISCRETION, NOT_ELIGIBLE)
_LEVEL = "charge.level"
_WORDS = {
    SeveralCharges.ALL: "the worst of them decides",
    SeveralCharges.ANY: "the best of them decides",
    SeveralCharges.MOST_SERIOUS: "the most serious decides",
}


def several_charges(world: World, witnesses: Witnesses, setting: Setting) -> Iterator[Change | Undecided]:
    """The kinds of case of two charges that are decided differently though each charge by itself is not."""
    old, new = (side.policy for side in world.sides)
    if old.several_charges is new.several_charges or not setting.charged:
        return
    told: set[tuple[str, str]] = set()
    for outcomes in permutations(_OUTCOMES, 2):
        before, after = (_together(policy.several_charges, outcomes) for policy in (old, new))
        if before == after or (before, after) in told:
            continue
        conditions = _conditions(world, setting, outcomes)
        answer = find(world, conditions)
        pathway = new.pathways[setting.pathway].name
        if answer.case is None:
            if not answer.decided:
                yield Undecided(before, after, pathway, ())
            continue
        told.add((before, after))
        shown = [one for one in _about_charges(world, setting) if holds_in(one, answer.case.domains)]
        witness = witnesses.of(answer.case, setting, shown, charges=2)
        if tuple(one.outcome for one in witness.decided) != (before, after):
            yield Undecided(before, after, pathway, ())
            continue
        reason = f"With several charges, before: {_WORDS[old.several_charges]}; now: {_WORDS[new.several_charges]}."
        stricter = _OUTCOMES.index(after) > _OUTCOMES.index(before)
        yield Change(before, after, (), stricter, (), (pathway,), witness, reason=reason)


def _together(several: SeveralCharges, outcomes: tuple[str, ...]) -> str:
    """The outcome of a case of two charges, the first the more serious."""
    if several is SeveralCharges.MOST_SERIOUS:
        return outcomes[0]
    worst_last = sorted(outcomes, key=_OUTCOMES.index)
    return worst_last[-1] if several is SeveralCharges.ALL else worst_last[0]


def _conditions(world: World, setting: Setting, outcomes: tuple[str, ...]) -> list[Formula]:
    """Both policies decide the first charge in one way, and the second in another."""
    names = world.second_charge
    conditions: list[Formula] = []
    for side in world.sides:
        rules = bars(side, setting)
        conditions += decided_as(outcomes[0], rules)
        conditions += [renamed(one, names) for one in decided_as(outcomes[1], rules)]
    if any(side.policy.several_charges is SeveralCharges.MOST_SERIOUS for side in world.sides):
        conditions.append(_more_serious(world, names))
    return conditions


def _more_serious(world: World, names: dict[str, str]) -> Formula:
    """The first charge is at a higher level than the second."""
    every = world.domains[_LEVEL]
    assert isinstance(every, frozenset)
    levels = [one for one in world.sides[-1].policy.seriousness if one in every]
    parts = []
    for place, level in enumerate(levels):
        first, lower = frozenset((level,)), frozenset(levels[:place])
        parts.append(And((Literal(_LEVEL, first, every - first), Literal(names[_LEVEL], lower, every - lower))))
    return Or(tuple(parts))


def _about_charges(world: World, setting: Setting) -> Iterator[Formula]:
    """The conditions about either charge by which somebody sees what it is."""
    names = world.second_charge
    if OFFENCE in world.domains:
        which = Literal(OFFENCE, world.domains[OFFENCE], frozenset())
        yield from (which, renamed(which, names))
    for side in world.sides:
        rules = bars(side, setting)
        for one in (*rules.absolute, *rules.presumptive):
            if one.rule.scope is Scope.CHARGE:
                yield one.when
                yield renamed(one.when, names)
