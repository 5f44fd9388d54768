"""A stretch of time from a day on, or back from it, on the calendar."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from leadkit.values.quantities import Duration, Period

_DAYS = {Period.DAY: 1, Period.WEEK: 7}
_MONTHS = {Period.MONTH: 1, Period.YEAR: 12}


def after(start: date, length: Duration) -> date | None:
    """The day a stretch later; None where holidays or hours decide, or no calendar reaches so far."""
    return _moved(start, length, 1)


def before(end: date, length: Duration) -> date | None:
    """The day a stretch earlier; None where holidays or hours decide, or no calendar reaches so far."""
    return _moved(end, length, -1)


def _moved(day: date, length: Duration, direction: int) -> date | None:
    try:
        if length.period in _DAYS:
            return day + timedelta(days=direction * _DAYS[length.period] * length.count)
        if length.period not in _MONTHS:
            return None
        months = day.year * 12 + day.month - 1 + direction * _MONTHS[length.period] * length.count
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None
