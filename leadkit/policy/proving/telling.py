"""A case that tells a changed policy from the policy, or the certainty that none does.

With everything known, a case is decided otherwise where a rule holds in one policy and not in the other, and no rule
that cannot be overridden hides it. So it is enough to ask that of the rules that were changed, and of one charge.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from leadkit.policy.analysis.formulas import Formula, negated, none_of
from leadkit.policy.analysis.relations import read
from leadkit.policy.analysis.search import find
from leadkit.policy.analysis.settings import Setting, applies, settings
from leadkit.policy.analysis.several import several_charges
from leadkit.policy.analysis.witness import Witnesses
from leadkit.policy.analysis.world import ReadRule, World
from leadkit.policy.policy import Strength
from leadkit.policy.proving.mutant import Operator

if TYPE_CHECKING:
    from leadkit.policy.analysis.change import Change, Undecided
    from leadkit.policy.policy import Policy
    from leadkit.policy.proving.mutant import Mutant

Question = tuple[Setting, list[Formula]]
"""A kind of contact, and what a case of it has to meet."""


@dataclass(frozen=True)
class Told:
    """Whether a case tells two policies apart.

    Attributes:
        cases: Cases that should, in the form that the engine reads; the plainest first.
        equal: Whether it is certain that no case does of which everything is known.
    """

    cases: tuple[dict[str, Any], ...]
    equal: bool


class Telling:
    """Finds the cases for the mutants of one policy."""

    def __init__(self, policy: Policy) -> None:
        """Begin with a policy."""
        self._policy = policy

    def of(self, mutant: Mutant) -> Told:
        """The cases that tell a mutant from the policy."""
        if mutant.operator is Operator.SEVERAL_CHARGES:
            return self._several(mutant)
        world, pairs = self._pairs(mutant)
        cases: list[dict[str, Any]] = []
        certain = True
        for alone in (True, False):
            for setting, conditions in self._questions(world, pairs, mutant, alone=alone):
                answer = find(world, conditions)
                if answer.case is not None:
                    cases.append(Witnesses(world).asked(answer.case, setting))
                certain = certain and (alone or answer.never)
            if cases:
                break
        return Told(tuple(cases), not cases and certain)

    def _several(self, mutant: Mutant) -> Told:
        world = read(self._policy, mutant.policy)
        witnesses = Witnesses(world)
        found: list[Change | Undecided] = []
        for setting in settings((self._policy, mutant.policy)):
            found += several_charges(world, witnesses, setting)
        cases = [one.witness.decided[0].case for one in found if hasattr(one, "witness")]
        return Told(tuple(cases), not found)

    def _pairs(self, mutant: Mutant) -> tuple[World, list[tuple[ReadRule, ReadRule | None]]]:
        """The rules that differ, as they were and as they are; None where one is left out."""
        old = self._policy.rules
        if mutant.policy.reducers is not self._policy.reducers:
            world = read(self._policy, mutant.policy)
            both = zip(*(side.rules for side in world.sides), strict=True)
            return world, [(one, other) for one, other in both if one.when != other.when]
        known = {one.rule.id: one for one in self._world.sides[0].rules}
        new = {rule.id: rule for rule in mutant.policy.rules}
        pairs: list[tuple[ReadRule, ReadRule | None]] = []
        for rule in old:
            other = new.get(rule.id)
            if other is None:
                pairs.append((known[rule.id], None))
            elif other is not rule:
                pairs.append((known[rule.id], self._world.read_rule(0, other)))
        return self._world, pairs

    def _questions(
        self, world: World, pairs: list[tuple[ReadRule, ReadRule | None]], mutant: Mutant, *, alone: bool
    ) -> Iterator[Question]:
        """What to ask; alone, only of cases in which no other rule has a part."""
        for one, other in pairs:
            for setting in settings([self._policy]):
                rest = [each for each in world.sides[0].rules if each is not one and applies(each, setting)]
                hiding = [each for each in rest if alone or each.rule.strength is Strength.ABSOLUTE]
                hiding = [each for each in hiding if each.rule.strength is not Strength.ADVISORY]
                weak = one.rule.strength is Strength.PRESUMPTIVE and (
                    other is None or other.rule.strength is Strength.PRESUMPTIVE
                )
                free = none_of(each.when for each in hiding) if alone or weak else []
                free += none_of(each.when for each in rest if _has_owner_dropped(each, one, other))
                for conditions in _apart(world, one, other, setting):
                    yield setting, [*conditions, *free]

    @cached_property
    def _world(self) -> World:
        return read(self._policy)


def _has_owner_dropped(each: ReadRule, one: ReadRule, other: ReadRule | None) -> bool:
    """Whether somebody who may no longer override a rule may override this one all the same."""
    gone = () if other is None else [owner.by for owner in one.rule.owners if owner not in other.rule.owners]
    return any(owner.by in gone and owner.when is None for owner in each.rule.owners)


def _apart(world: World, one: ReadRule, other: ReadRule | None, setting: Setting) -> Iterator[list[Formula]]:
    """Where a rule has a part in one policy and none, or another, in the other."""
    before = applies(one, setting)
    after = other is not None and applies(other, setting)
    if not before and not after:
        return
    if other is None or before is not after or one.rule.strength is not other.rule.strength:
        yield [one.when]
    elif one.rule.owners != other.rule.owners:
        gone = [owner for owner in one.rule.owners if owner not in other.rule.owners]
        for owner in gone:
            yield [one.when, *([] if owner.when is None else [world.formula(0, owner.when)])]
    else:
        yield [one.when, negated(other.when)]
        yield [other.when, negated(one.when)]
