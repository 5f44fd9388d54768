"""The comparisons that a condition is made of, and which facts and numbers they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from leadkit.policy.language import All, Any, AtLeast, Below, Expression, In, Is, Not, Within

if TYPE_CHECKING:
    from leadkit.policy.policy import Collection, Reducer

Comparison: TypeAlias = Is | In | Below | AtLeast | Within
"""What a condition ends in: one fact, or one made number, compared with something."""


def comparisons(condition: Expression) -> Iterator[Comparison]:
    """Every comparison in a condition, in the order written."""
    return (one for one, _ in asked(condition, holds=True))


def asked(condition: Expression, *, holds: bool) -> Iterator[tuple[Comparison, bool]]:
    """Every comparison in a condition, in the order written, and whether the condition asks it to hold.

    Args:
        condition: The condition.
        holds: Whether the condition itself is asked to hold.
    """
    if isinstance(condition, All | Any):
        for part in condition.all if isinstance(condition, All) else condition.any:
            yield from asked(part, holds=holds)
    elif isinstance(condition, Not):
        yield from asked(condition.not_, holds=not holds)
    else:
        yield condition, holds


def names_in(condition: Expression) -> set[str]:
    """Every fact and every made number that a condition names, as it names it."""
    return {one.fact for one in comparisons(condition)}


def reached(names: set[str], reducers: Mapping[str, Reducer], collections: Mapping[str, Collection]) -> set[str]:
    """Names as conditions have them, and behind the numbers made from lists those lists and what the numbers rest on.

    Args:
        names: The names.
        reducers: The made numbers.
        collections: The lists.
    """
    made = [reducers[name] for name in names & reducers.keys()]
    return names.union(*({one.of, *rests_on(one, collections[one.of])} for one in made))


def rests_on(reducer: Reducer, collection: Collection) -> set[str]:
    """The facts that say which entries of its list a made number counts, and those that it adds up."""
    added = () if reducer.reduce == "count" else (reducer.fact, reducer.per)
    return names_in(reducer.where) | {f"{collection.entry}.{fact}" for fact in added if fact}
