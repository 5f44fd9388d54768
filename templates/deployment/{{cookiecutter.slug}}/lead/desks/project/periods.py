"""The periods of which figures are told: whole months, quarters, half years and years of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

Period = tuple[date, date]
"""The first and the last day."""

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
"""How many months a period has. A fiscal year is not among them: no field of the program names its first day."""

OF_REPORT = {"monthly": "month", "quarterly": "quarter", "twice_yearly": "half_year", "yearly": "year"}
"""The period of which a report tells, by how often it is due."""

DAY = timedelta(days=1)


def period(span: str | None, day: date) -> Period | None:
    """The period in which a day lies; None for one whose beginning nobody names."""
    months = MONTHS.get(span or "")
    if months is None:
        return None
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    after = first.month - 1 + months
    return first, date(first.year + after // 12, after % 12 + 1, 1) - DAY


def before(span: str | None, day: date) -> Period | None:
    """The last period that was over when the period of a day began."""
    now = period(span, day)
    return now and period(span, now[0] - DAY)


def ended_in(span: str | None, whole: Period) -> list[Period]:
    """The periods that end within a longer one; where none does, the last that was over before."""
    found, now = [], period(span, whole[0])
    while now and now[1] <= whole[1]:
        found.append(now)
        now = period(span, now[1] + DAY)
    last = None if found else before(span, whole[0])
    return [last] if last else found
