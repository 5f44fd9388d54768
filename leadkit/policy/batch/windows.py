"""Which dates a policy looks at in days, which costs more to count than months do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.policy.language import All, Any, Not, Within

if TYPE_CHECKING:
    from leadkit.policy.language import Expression
    from leadkit.policy.policy import Policy


def read_in_days(policy: Policy) -> set[str]:
    """The dates that are compared with a stretch of days."""
    conditions = [rule.when for rule in policy.rules] + [reducer.where for reducer in policy.reducers.values()]
    return {one.fact for condition in conditions for one in _windows(condition) if one.within.days is not None}


def _windows(condition: Expression) -> Iterator[Within]:
    if isinstance(condition, All | Any):
        for part in condition.all if isinstance(condition, All) else condition.any:
            yield from _windows(part)
    elif isinstance(condition, Not):
        yield from _windows(condition.not_)
    elif isinstance(condition, Within):
        yield condition
