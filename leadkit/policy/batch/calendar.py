"""Dates in tables: year, month and day as numbers, so that look-backs mean the same in every engine.

A date may be a year or a month alone; it is then a stretch of days. As in the engine of single cases, how far back a
day lies is counted on a calendar whose months all have 32 days, where whole months can be compared day by day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import narwhals.stable.v2 as nw

from leadkit.policy.batch.truth import Truth

MONTH = 32
"""More than any month has days."""

DAYS_TO_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


@dataclass(frozen=True)
class Day:
    """A day that is wholly known.

    Attributes:
        even: Its number on the calendar of equal months.
        count: Its number among all days.
    """

    even: nw.Expr
    count: nw.Expr


@dataclass(frozen=True)
class Stretch:
    """The first and the last day that a date may mean; null in rows where nothing is known of it."""

    first: Day
    last: Day


def day_of(written: date) -> Day:
    """A day that is the same for all rows."""
    return Day(nw.lit((written.year * 12 + written.month) * MONTH + written.day), nw.lit(written.toordinal()))


def stretch_of(year: nw.Expr, month: nw.Expr, day: nw.Expr) -> Stretch:
    """The stretch of a date whose month and day may be null."""
    first_month, first_day = month.fill_null(1), day.fill_null(1)
    last_month = month.fill_null(12)
    last_day = nw.when(day.is_null()).then(_length(year, last_month)).otherwise(day)
    return Stretch(_day(year, first_month, first_day), _day(year, last_month, last_day))


def whole_day_of(year: nw.Expr, month: nw.Expr, day: nw.Expr) -> Day:
    """The day of a date that has month and day wherever it has a year."""
    return _day(year, month, day)


def exists(year: nw.Expr, month: nw.Expr, day: nw.Expr) -> nw.Expr:
    """Whether there is such a day, month or year."""
    in_month = (day >= 1) & (day <= _length(year, month))
    return (year >= 1) & ((month >= 1) & (month <= 12)).fill_null(True) & in_month.fill_null(True)


def within(stretch: Stretch, on: Day, *, months: int | None, days: int | None) -> Truth:
    """Whether a date lies so far back or less; unknown where the stretch lies across that day."""
    if months is not None:
        return _reaches(on.even - stretch.first.even, on.even - stretch.last.even, months * MONTH)
    assert days is not None
    return _reaches(on.count - stretch.first.count, on.count - stretch.last.count, days)


def _reaches(furthest: nw.Expr, nearest: nw.Expr, length: int) -> nw.Expr:
    near = nw.when(furthest <= length).then(nw.lit(True))
    return near.otherwise(nw.when(nearest > length).then(nw.lit(False)))


def _day(year: nw.Expr, month: nw.Expr, day: nw.Expr) -> Day:
    return Day((year * 12 + month) * MONTH + day, _ordinal(year, month, day))


def _ordinal(year: nw.Expr, month: nw.Expr, day: nw.Expr) -> nw.Expr:
    """The number of a day as Python counts days."""
    before = year - 1
    to_month = nw.lit(0)
    for number, days in enumerate(DAYS_TO_MONTH, 1):
        to_month = nw.when(month == number).then(nw.lit(days)).otherwise(to_month)
    leap_day = nw.when((month > 2) & _is_leap(year)).then(nw.lit(1)).otherwise(nw.lit(0))
    return before * 365 + before // 4 - before // 100 + before // 400 + to_month + leap_day + day


def _length(year: nw.Expr, month: nw.Expr) -> nw.Expr:
    february = nw.when(_is_leap(year)).then(nw.lit(29)).otherwise(nw.lit(28))
    short = nw.when(month.is_in([4, 6, 9, 11])).then(nw.lit(30)).otherwise(nw.lit(31))
    return nw.when(month == 2).then(february).otherwise(short)


def _is_leap(year: nw.Expr) -> nw.Expr:
    return (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
