"""Which dates a policy looks at in days, which costs more to count than months do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.policy.comparisons import comparisons
from leadkit.policy.language import Within

if TYPE_CHECKING:
    from leadkit.policy.policy import Policy


def read_in_days(policy: Policy) -> set[str]:
    """The dates that are compared with a stretch of days."""
    conditions = [rule.when for rule in policy.rules] + [reducer.where for reducer in policy.reducers.values()]
    compared = (one for condition in conditions for one in comparisons(condition))
    return {one.fact for one in compared if isinstance(one, Within) and one.within.days is not None}
