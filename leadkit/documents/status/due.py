"""What falls due under a program, counted from a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from leadkit.documents.status import dated, periodic
from leadkit.documents.status.event import Event, Uncounted

if TYPE_CHECKING:
    from leadkit.model.root import Program


class When(StrEnum):
    """How an event lies to the day; a month or a year that has begun may hold it on either side."""

    OVERDUE = "overdue"
    PERHAPS = "perhaps_overdue"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Due:
    """An event that is due.

    Attributes:
        event: What it is.
        when: Whether its day is over.
        days: How many days until the first day that it may mean; below 0 where that is over.
    """

    event: Event
    when: When
    days: int


def due(program: Program, on: date, within: int) -> tuple[tuple[Due, ...], tuple[Uncounted, ...]]:
    """What is overdue, and what falls due within so many days, soonest first; and what cannot be counted."""
    found = [*dated.events(program, on), *periodic.events(program, on)]
    last = on + timedelta(days=min(within, (date.max - on).days))
    told = [
        Due(each, when, (each.first - on).days)
        for each in found
        if isinstance(each, Event) and each.first <= last and (when := _when(each, on)) is not None
    ]
    told.sort(key=lambda each: (each.event.first, each.event.last, each.event.path, each.event.what))
    return tuple(told), tuple(each for each in found if isinstance(each, Uncounted))


def _when(event: Event, on: date) -> When | None:
    """How an event lies to the day; None where it is over and nothing was to be done."""
    if event.last < on:
        return When.OVERDUE if event.asks else None
    return When.PERHAPS if event.first < on else When.DUE
