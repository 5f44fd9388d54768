"""The clocks of the agreement, counted from events each time anew: nothing here is kept."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from lead.program import program

from .models import Event, Referral

VOID = "void"
"""The event by which a record is marked as made by mistake."""


@dataclass(frozen=True)
class Clock:
    """A clock that runs, or ran, for a referral.

    Attributes:
        id: The clock.
        label: What it is called.
        began: When it began.
        due: When it ends.
        met: When what it waits for happened; None while it waits.
        paused: Whether it stands still.
        extended: How often it was extended.
        on_expiry: What the agreement says of a clock that ran out.
        clause: The clause that says so.
    """

    id: str
    label: str
    began: datetime
    due: datetime
    met: datetime | None
    paused: bool
    extended: int
    on_expiry: str | None
    clause: str | None

    def late(self, now: datetime | None = None) -> bool:
        """Whether what it waits for came too late, or did not come and the time is over."""
        return not self.paused and (self.met or now or timezone.now()) > self.due

    @property
    def running(self) -> bool:
        """Whether it still waits."""
        return self.met is None


def clocks(referral: Referral, events: Iterable[Event] | None = None) -> list[Clock]:
    """The clocks of a referral that have begun, the first due first. What was made by mistake does not count."""
    if referral.status == Referral.Status.VOID:
        return []
    happened = sorted(events if events is not None else referral.events.all(), key=lambda event: event.at)
    mistakes = {event.of for event in happened if event.kind == VOID}
    happened = [event for event in happened if not event.of or event.of not in mistakes]
    found: dict[str, Clock] = {}
    for _round in program().clocks:
        for id_, said in program().clocks.items():
            if id_ not in found and _is_for(said, referral):
                clock = _clock(id_, said, happened, found)
                if clock:
                    found[id_] = clock
    return sorted(found.values(), key=lambda clock: clock.due)


def _is_for(said: dict[str, Any], referral: Referral) -> bool:
    return bool(said.get("at_most")) and (not said.get("pathways") or referral.pathway in said["pathways"])


def _clock(id_: str, said: dict[str, Any], happened: list[Event], found: dict[str, Clock]) -> Clock | None:
    began = _began(id_, said, happened, found)
    if began is None:
        return None
    met = next((event.at for event in happened if event.kind == said.get("until") and event.at >= began), None)
    stood, paused = _stood_still(id_, began, happened, met)
    longer = said.get("extension") or {}
    granted = [one for one in happened if (one.kind, one.clock) == ("extend", id_) and one.at >= began]
    granted = granted[: int(longer.get("at_most") or 0)]
    due = add(began, said["at_most"])
    for _one in granted:
        due = add(due, longer["length"])
    label, ends = str(said.get("label") or id_), (said.get("on_expiry"), said.get("clause"))
    return Clock(id_, label, began, due + stood, met, paused, len(granted), *ends)


def _began(id_: str, said: dict[str, Any], happened: list[Event], found: dict[str, Clock]) -> datetime | None:
    if said.get("starts") == "previous_clock":
        before = next((one for one, other in program().clocks.items() if other.get("then") == id_), None)
        return found[before].met if before in found else None
    return next((event.at for event in happened if event.kind == said.get("starts")), None)


def _stood_still(id_: str, began: datetime, happened: list[Event], met: datetime | None) -> tuple[timedelta, bool]:
    """For how long a clock was paused, and whether it is."""
    stood, since = timedelta(), None
    for event in happened:
        if event.kind == "pause" and event.clock == id_ and event.at >= began and since is None:
            since = event.at
        elif event.kind == "resume" and event.clock == id_ and since is not None:
            stood, since = stood + (event.at - since), None
    if since is not None and met is None:
        return stood + (timezone.now() - since), True
    return stood, False


def add(start: datetime, duration: dict[str, Any]) -> datetime:
    """A duration after a moment. Days and longer end at the same time of day, as the clocks in the county show it."""
    count, unit = int(duration["count"]), str(duration["unit"])
    if unit in ("minutes", "hours"):
        return start + timedelta(**{unit: count})
    local = timezone.localtime(start)
    naive = local.replace(tzinfo=None)
    if unit == "business_days":
        end = naive
        for _day in range(count):
            end = next(day for day in _days_after(end) if day.weekday() < 5)
    elif unit in ("days", "weeks"):
        end = naive + timedelta(**{unit: count})
    else:
        end = _months_after(naive, count * (12 if unit == "years" else 1))
    return timezone.make_aware(end)


def _days_after(day: datetime) -> Iterator[datetime]:
    while True:
        day += timedelta(days=1)
        yield day


def _months_after(day: datetime, count: int) -> datetime:
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))
