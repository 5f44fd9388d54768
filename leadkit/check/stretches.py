"""Put together what is found on one day after another, so that one slip is one finding with its stretch of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic


def over_days(found: Iterable[Diagnostic], days: Sequence[date]) -> Iterator[Diagnostic]:
    """The findings, with those that differ in their day alone made into one; the others as they are.

    Args:
        found: What was found on each day. A finding that tells of a day names it in ``on`` and not in its message.
        days: The days that were looked at, oldest first: what holds on one holds until the next.
    """
    dated: dict[Diagnostic, set[date]] = defaultdict(set)
    for one in found:
        if one.on is None:
            yield one
        else:
            dated[replace(one, on=None)].add(one.on)
    for one, on in dated.items():
        yield replace(one, message=f"{one.message.removesuffix('.')} {_when(on, days)}.")


def _when(on: set[date], days: Sequence[date]) -> str:
    if len(days) == 1:
        return f"on {days[0]}"
    runs = list(_runs(on, days))
    first, after = runs[0]
    stretch = f"from {first}" if after is None else f"from {first} to {after - timedelta(days=1)}"
    more = len(runs) - 1
    return stretch + (f", and {'once' if more == 1 else f'{more} times'} more after that" if more else "")


def _runs(on: set[date], days: Sequence[date]) -> Iterator[tuple[date, date | None]]:
    """Each stretch: its first day, and the day looked at on which it is over; None for one that lasts."""
    first: date | None = None
    for day in days:
        if day in on:
            first = first or day
        elif first is not None:
            yield first, day
            first = None
    if first is not None:
        yield first, None
