"""Three values, and numbers that are known only within bounds."""

from __future__ import annotations

import math

Truth = bool | None
"""True, false, or None where the answer depends on what is not known."""

Interval = tuple[int, float]
"""The least and the greatest that a number may be; the greatest may be without end."""

UNBOUNDED: Interval = (0, math.inf)


def below(interval: Interval, bound: int) -> Truth:
    """Whether a number known to lie in an interval is below a bound."""
    if interval[1] < bound:
        return True
    return False if interval[0] >= bound else None


def at_least(interval: Interval, bound: int) -> Truth:
    """Whether a number known to lie in an interval is a bound or more."""
    if interval[0] >= bound:
        return True
    return False if interval[1] < bound else None
