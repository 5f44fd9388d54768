"""Which of two stretches of time is longer, also where one counts days and the other months."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.values.quantities import Duration

_MINUTES = {"minutes": (1, 1), "hours": (60, 60), "days": (1440, 1440), "weeks": (10080, 10080)}
_SHORT_MONTH, _LONG_MONTH = 28 * 1440, 31 * 1440
_SHORT_YEAR, _LONG_YEAR = 365 * 1440, 366 * 1440


def surely_longer(one: Duration, other: Duration) -> bool:
    """Whether a stretch is longer than another whichever months, years and holidays it falls on."""
    compared = one.longer_than(other)
    if compared is not None:
        return compared
    shortest, _ = _bounds(one)
    _, longest = _bounds(other)
    return longest is not None and shortest > longest


def _bounds(one: Duration) -> tuple[int, int | None]:
    """The fewest and the most minutes; None where holidays leave the most open."""
    unit = one.period.value
    if unit == "months":
        return one.count * _SHORT_MONTH, one.count * _LONG_MONTH
    if unit == "years":
        return one.count * _SHORT_YEAR, one.count * _LONG_YEAR
    if unit == "business days":
        return one.count * 1440, None
    fewest, most = _MINUTES[unit]
    return one.count * fewest, one.count * most
