"""Stretches of calendar time, as numbers of days before a contact."""

from __future__ import annotations

from datetime import date, timedelta

from leadkit.policy.language import Window


def days_back(window: Window, contact: date) -> int:
    """How many days before the contact a date may lie at most to be within a stretch of time."""
    if window.days is not None:
        return window.days
    assert window.months is not None
    return (contact - _earliest(window.months, contact)).days


def _earliest(months: int, contact: date) -> date:
    """The first date from which so many months reach the contact.

    Where the month has no such day it is the first of the next: no day of that month reaches so far.
    """
    year, month = divmod(contact.year * 12 + contact.month - 1 - months, 12)
    if year < date.min.year:
        return date.min
    try:
        return date(year, month + 1, contact.day)
    except ValueError:
        return date(year + month // 11, (month + 1) % 12 + 1, 1)


def before(contact: date, days: int) -> date:
    """The date so many days before the contact; the calendar's first where there is none."""
    return contact - timedelta(days=min(days, (contact - date.min).days))
