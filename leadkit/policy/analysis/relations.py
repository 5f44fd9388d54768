"""Which made numbers can never be smaller than which: every entry that counts for one counts for the other."""

from __future__ import annotations

from collections.abc import Iterable

from leadkit.policy.analysis.domains import Stretch
from leadkit.policy.analysis.formulas import Formula, negated
from leadkit.policy.analysis.search import Search
from leadkit.policy.analysis.world import Made, World
from leadkit.policy.policy import Policy


def read(*policies: Policy) -> World:
    """One policy, or two that are compared, ready to be searched."""
    world = World(*policies)
    for made in world.collections.values():
        for one in made:
            if _no_entry(world, [one.where]):
                world.domains[one.variable] = Stretch(0, 0)
            world.above[one.variable] = tuple(
                other.variable
                for other in made
                if other is not one and _comparable(one, other) and _no_entry(world, [one.where, negated(other.where)])
            )
    return world


def _comparable(one: Made, other: Made) -> bool:
    """Whether the first is at most the second where it has no other entries: of two sums, of the same fact."""
    return one.adds == other.adds and (other.per is None or other.per == one.per)


def _no_entry(world: World, conditions: Iterable[Formula]) -> bool:
    return Search(world).entry(conditions).never
