"""Conditions without the options that are not public, as they hold for whoever gives an answer that is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from leadkit.policy.language import All, Any, In, Not

if TYPE_CHECKING:
    from leadkit.policy.language import Expression

Hidden = Mapping[str, frozenset[str]]
"""The options that are not public, by the fact as conditions name it."""

TRUE, FALSE = All(all=()), Any(any=())


def narrowed(condition: Expression, hidden: Hidden) -> Expression:
    """The condition for every answer that is public: a comparison with a hidden option alone never holds.

    Args:
        condition: The condition.
        hidden: What is left out.
    """
    if isinstance(condition, Not):
        part = narrowed(condition.not_, hidden)
        return FALSE if part == TRUE else TRUE if part == FALSE else Not(not_=part)
    if isinstance(condition, All):
        parts = tuple(one for one in (narrowed(part, hidden) for part in condition.all) if one != TRUE)
        return FALSE if FALSE in parts else All(all=parts)
    if isinstance(condition, Any):
        parts = tuple(one for one in (narrowed(part, hidden) for part in condition.any) if one != FALSE)
        return TRUE if TRUE in parts else Any(any=parts)
    if isinstance(condition, In) and condition.fact in hidden:
        left = tuple(one for one in condition.in_ if one not in hidden[condition.fact])
        return In(fact=condition.fact, in_=left) if left else FALSE
    return condition
