"""Dates at the precision they were written, seen from the day of the contact."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from .truth import Truth

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

_MONTH = 32
"""More than any month has days, so that a month later is always further away than a day later."""


class Past(NamedTuple):
    """The stretch of days that a date may mean, none of them after the contact.

    How far back a day lies is told twice: in days, and on a calendar whose months all have 32 days, where whole months
    can be compared day by day. There 28 February lies within 120 months of 29 February ten years before, and 1 March
    does not: where a month is too short, a look-back ends with its last day.

    Attributes:
        first: The first day that it may be.
        last: The last day that it may be.
        furthest: How far back the first day lies, on the calendar of equal months.
        nearest: How far back the last day lies, on the same.
        furthest_days: How far back the first day lies, in days.
        nearest_days: How far back the last day lies, in days.
    """

    first: date
    last: date
    furthest: int
    nearest: int
    furthest_days: int
    nearest_days: int

    def within_months(self, months: int) -> Truth:
        """Whether the day lies so many months back, or less."""
        return _reaches(months * _MONTH, self.furthest, self.nearest)

    def within_days(self, days: int) -> Truth:
        """Whether the day lies so many days back, or less."""
        return _reaches(days, self.furthest_days, self.nearest_days)


def _reaches(stretch: int, furthest: int, nearest: int) -> Truth:
    if furthest <= stretch:
        return True
    return False if nearest > stretch else None


@lru_cache(maxsize=4096)
def read_day(text: str) -> date:
    """Read ``YYYY-MM-DD``.

    Raises:
        ValueError: It has another form, or there is no such day; the message ends a sentence about it.
    """
    first, last = _stretch(text)
    if len(text) != len("YYYY-MM-DD"):
        raise ValueError("must be a whole date, written YYYY-MM-DD")
    assert first == last
    return first


@lru_cache(maxsize=4096)
def read_past(text: str, on: date) -> Past:
    """Read a date, a month or a year that does not begin after a day.

    Args:
        text: As written: ``2014``, ``2014-04`` or ``2014-04-07``.
        on: The day of the contact.

    Raises:
        ValueError: It has another form, there is no such day, or it lies after the contact.
    """
    first, last = _stretch(text)
    if first > on:
        raise ValueError("must not lie after the day of the contact")
    return past(first, min(last, on), on)


def past(first: date, last: date, on: date) -> Past:
    """A stretch of days seen from the day of the contact, which is not before it."""
    return Past(first, last, _back(first, on), _back(last, on), (on - first).days, (on - last).days)


def _back(day: date, on: date) -> int:
    return ((on.year - day.year) * 12 + on.month - day.month) * _MONTH + on.day - day.day


def _stretch(text: str) -> tuple[date, date]:
    found = _FORM.fullmatch(text)
    if not found:
        raise ValueError("must be a date, written YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = (int(part) if part else None for part in found.groups())
    if not year:
        raise ValueError("names the year 0000, which there was not")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise ValueError(f"names the month {month:02d}, which there is not")
    length = calendar.monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, length)
    if not 1 <= day <= length:
        raise ValueError("names a day that its month does not have")
    return date(year, month, day), date(year, month, day)
