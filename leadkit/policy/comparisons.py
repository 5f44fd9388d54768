"""The comparisons that a condition is made of, and which facts and numbers they name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from leadkit.policy.language import All, Any, AtLeast, Below, Expression, In, Is, Not, Within

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
