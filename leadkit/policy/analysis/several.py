"""Cases of two charges that no single charge shows.

One of the two is decided differently and the other needs discretion, or two policies disagree on what several mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum
from itertools import permutations, product

from leadkit.policy.analysis.change import Change, Undecided
from leadkit.policy.analysis.formulas import And, Formula, Literal, Or, none_of, renamed
from leadkit.policy.analysis.search import find, holds_in
from leadkit.policy.analysis.settings import DISCRETION, ELIGIBLE, NOT_ELIGIBLE, Setting, bars, decided_as
from leadkit.policy.analysis.witness import Witnesses
from leadkit.policy.analysis.world import OFFENCE, TWO, World
from leadkit.policy.policy import Scope, SeveralCharges

_OUTCOMES = (ELIGIBLE, DISCRETION, NOT_ELIGIBLE)
_LEVEL = "charge.level"
_WORDS = {
    SeveralCharges.ALL: "the worst of them decides",
    SeveralCharges.ANY: "the best of them decides",
    SeveralCharges.MOST_SERIOUS: "the most serious decides",
}


class _Levels(Enum):
    """How serious the first charge is beside the second; of two alike that are the most serious, the worse decides."""

    ANY = "any"
    HIGHER = "higher"
    SAME = "same"


def several_charges(world: World, witnesses: Witnesses, setting: Setting) -> Iterator[Change | Undecided]:
    """The kinds of case of two charges that are decided differently though each charge by itself is not.

    Where rules count charges a third may matter to the two, so that a kind may be told as not decided.
    """
    old, new = (side.policy for side in world.sides)
    if old.several_charges is new.several_charges or not setting.charged:
        return
    ranked = SeveralCharges.MOST_SERIOUS in (old.several_charges, new.several_charges)
    told: dict[tuple[str, str], Change | Undecided | None] = {}
    orders = (_Levels.HIGHER, _Levels.SAME) if ranked else (_Levels.ANY,)
    for levels, outcomes in product(orders, permutations(_OUTCOMES, 2)):
        before, after = (_together(policy.several_charges, outcomes, levels) for policy in (old, new))
        if before != after and not isinstance(told.get((before, after)), Change):
            found = _of_two(world, witnesses, setting, outcomes, levels, (before, after))
            told[before, after] = found or told.get((before, after))
    yield from (one for one in told.values() if one is not None)


def mixed_charges(
    world: World, witnesses: Witnesses, setting: Setting, told: Iterable[Change | Undecided]
) -> Iterator[Change | Undecided]:
    """The kinds of case that take two charges though both policies say the same of several.

    Where the worst charge decides, one that only one policy keeps out may stand beside one that needs discretion in the
    other. Where the best decides, one that only one policy lets in may stand beside one that needs discretion in
    the other. Every other kind is one of a single charge as well.

    Args:
        world: The two policies.
        witnesses: Makes witnesses.
        setting: The kind of contact.
        told: What is decided differently where there is one charge.
    """
    several = {side.policy.several_charges for side in world.sides}
    if len(several) > 1 or not setting.charged:
        return
    best_decides = several == {SeveralCharges.ANY}
    if world.counts_charges and several == {SeveralCharges.ALL}:
        return  # the rules are read of either charge already
    turn = (DISCRETION, ELIGIBLE) if best_decides else (NOT_ELIGIBLE, DISCRETION)
    alone = [one for one in told if isinstance(one, Change)]
    known = {(one.before, one.after, one.rules) for one in alone}
    for change in alone:
        wanted = turn[::-1] if change.stricter else turn
        if {change.before, change.after} == {NOT_ELIGIBLE, ELIGIBLE} and (*wanted, change.rules) not in known:
            found = _beside_another(world, witnesses, setting, change, wanted)
            if found is not None:
                yield found


def _beside_another(
    world: World, witnesses: Witnesses, setting: Setting, change: Change, turn: tuple[str, str]
) -> Change | Undecided | None:
    """A case in which a charge that is decided differently stands beside one that needs discretion."""
    names = world.second_charge
    side = 1 if change.stricter else 0
    strict, lenient = bars(world.sides[side], setting), bars(world.sides[1 - side], setting)
    asking = lenient if NOT_ELIGIBLE in turn else strict
    made = {rule.id for rule in change.rules}
    makers = [one.when for one in strict.absolute if one.rule.id in made]
    undecided = Undecided(*turn, change.pathways[0], change.rules)
    ranked = world.sides[0].policy.several_charges is SeveralCharges.MOST_SERIOUS
    order = list(_order(world, _Levels.SAME)) if ranked else []
    if ranked and not order:
        return undecided
    second = [*decided_as(DISCRETION, asking), *none_of(one.when for one in strict.absolute)]
    conditions = [*order, *makers, *decided_as(ELIGIBLE, lenient), *(renamed(one, names) for one in second)]
    number = [world.charges(TWO)] if world.counts_charges else []
    answer = find(world, [*number, *conditions], judged=2)
    if answer.case is None:
        return None if answer.decided else undecided
    discretion = [renamed(one.when, names) for one in asking.presumptive]
    shown = [*makers, *(one for one in discretion if holds_in(world, one, answer.case.domains))]
    witness = witnesses.of(answer.case, setting, shown, charges=2)
    if tuple(one.outcome for one in witness.decided) != turn:
        return undecided
    return replace(change, before=turn[0], after=turn[1], witness=witness, anyway=False)


def _of_two(
    world: World,
    witnesses: Witnesses,
    setting: Setting,
    outcomes: tuple[str, ...],
    levels: _Levels,
    turn: tuple[str, str],
) -> Change | Undecided | None:
    """A case of two charges with these outcomes; None where there is certainly none."""
    undecided = Undecided(*turn, world.sides[-1].policy.pathways[setting.pathway].name, ())
    order = list(_order(world, levels))
    if levels is not _Levels.ANY and not order:
        return undecided
    number = [world.charges(TWO)] if world.counts_charges else []
    answer = find(world, [*number, *order, *_decided(world, setting, outcomes)], judged=2)
    if answer.case is None:
        return None if answer.decided else undecided
    shown = [one for one in _about_charges(world, setting) if holds_in(world, one, answer.case.domains)]
    witness = witnesses.of(answer.case, setting, shown, charges=2)
    if tuple(one.outcome for one in witness.decided) != turn:
        return undecided
    old, new = (side.policy.several_charges for side in world.sides)
    reason = f"With several charges, before: {_WORDS[old]}; now: {_WORDS[new]}."
    stricter = _OUTCOMES.index(turn[1]) > _OUTCOMES.index(turn[0])
    return Change(*turn, (), stricter, (), (undecided.pathway,), witness, reason=reason)


def _together(several: SeveralCharges, outcomes: tuple[str, ...], levels: _Levels) -> str:
    """The outcome of a case of two charges."""
    if several is SeveralCharges.MOST_SERIOUS and levels is _Levels.HIGHER:
        return outcomes[0]
    worst_last = sorted(outcomes, key=_OUTCOMES.index)
    return worst_last[0] if several is SeveralCharges.ANY else worst_last[-1]


def _decided(world: World, setting: Setting, outcomes: tuple[str, ...]) -> Iterator[Formula]:
    """Both policies decide the first charge in one way, and the second in another."""
    for side in world.sides:
        rules = bars(side, setting)
        yield from decided_as(outcomes[0], rules)
        yield from (renamed(one, world.second_charge) for one in decided_as(outcomes[1], rules))


def _order(world: World, levels: _Levels) -> Iterator[Formula]:
    """The first charge is at a higher level than the second, or at the same; nothing where there are no levels."""
    for side in world.sides:
        level = side.variables.get(_LEVEL)
        if side.policy.several_charges is not SeveralCharges.MOST_SERIOUS or level is None or levels is _Levels.ANY:
            continue
        every = world.domains[level]
        assert isinstance(every, frozenset)
        ranked = [one for one in side.policy.seriousness if one in every]
        other = world.second_charge[level]
        pairs = []
        for place, one in enumerate(ranked):
            first = frozenset((one,))
            second = first if levels is _Levels.SAME else frozenset(ranked[:place])
            pairs.append(And((Literal(level, first, every - first), Literal(other, second, every - second))))
        yield Or(tuple(pairs))


def _about_charges(world: World, setting: Setting) -> Iterator[Formula]:
    """The conditions about either charge by which somebody sees what it is."""
    names = world.second_charge
    if OFFENCE in world.domains:
        which = Literal(OFFENCE, world.domains[OFFENCE], frozenset())
        yield from (which, renamed(which, names))
    for side in world.sides:
        for one in bars(side, setting).every:
            if one.rule.scope is Scope.CHARGE:
                yield one.when
                yield renamed(one.when, names)
