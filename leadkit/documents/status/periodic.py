"""What falls due again and again: reports and data, by the months, quarters and years of the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leadkit.documents.status.event import Event, Found, Uncounted
from leadkit.model.events import Frequency
from leadkit.model.measures.reports import DataAgreementStatus
from leadkit.values.calendar import after

if TYPE_CHECKING:
    from leadkit.model.root import Program
    from leadkit.values.quantities import Duration

_MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.TWICE_YEARLY: 6, Frequency.YEARLY: 12}
_NAMES = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}
_LOOKED_BACK = 4
"""How many times back an end of a period is looked for, of which the report is still to come."""


def events(program: Program, on: date) -> Iterator[Found]:
    """The next time of each report and of each delivery of data; whether earlier ones came is not in the program."""
    yield from _reports(program, on)
    yield from _data(program, on)


def _reports(program: Program, on: date) -> Iterator[Found]:
    for id_, report in program.measures.reports.items():
        path = f"measures.reports.{id_}"
        owner = ", ".join(report.prepared_by)
        yield from _next(f"Report due: {report.title}", path, report.frequency, report.due_after, on, owner)


def _data(program: Program, on: date) -> Iterator[Found]:
    for id_, agreed in program.measures.data_agreements.items():
        if agreed.status in (DataAgreementStatus.PROPOSED, DataAgreementStatus.ENDED):
            continue
        path, owner = f"measures.data_agreements.{id_}", ", ".join(agreed.owed_by)
        yield from _next(f"Data owed: {id_}", path, agreed.frequency, agreed.due_within, on, owner)


def _next(
    what: str, path: str, frequency: Frequency | None, delay: Duration | None, on: date, owner: str
) -> Iterator[Found]:
    """The next day on which something is due; nothing for what is not owed by the month, the quarter or the year."""
    months = _MONTHS.get(frequency) if frequency else None
    if months is None:
        return
    if delay is None:
        yield Uncounted(what, path, f"how long after the end of the {_NAMES[months]} is not given")
        return
    for end in _ends(months, on):
        day = after(end, delay)
        if day is None:
            yield Uncounted(what, path, f"{delay} after the end cannot be counted without a calendar of holidays")
            return
        if day >= on:
            counted = f"{delay} after the end of the {_NAMES[months]}, {end}"
            yield Event(what, day, day, str(day), path, owner, counted=counted)
            return


def _ends(months: int, on: date) -> Iterator[date]:
    """The last days of some periods of the calendar year, from a few before a day to the one that it lies in."""
    index = on.year * 12 + (on.month - 1) // months * months
    for step in range(-_LOOKED_BACK, 1):
        year, month = divmod(index + (step + 1) * months, 12)
        if 1 <= year <= date.max.year:
            yield date(year, month + 1, 1) - timedelta(days=1)
