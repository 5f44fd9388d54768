"""Which facts and numbers a condition names."""

from __future__ import annotations

from leadkit.policy.language import All, Any, Expression, Not


def names_in(condition: Expression) -> set[str]:
    """Every fact and every made number that a condition names, as it names it."""
    if isinstance(condition, All):
        return {name for part in condition.all for name in names_in(part)}
    if isinstance(condition, Any):
        return {name for part in condition.any for name in names_in(part)}
    if isinstance(condition, Not):
        return names_in(condition.not_)
    return {condition.fact}
