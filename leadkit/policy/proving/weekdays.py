"""A case whose time of the week is one of the day of its contact."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from leadkit.model.hours import DAY_MINUTES
from leadkit.policy.policy import FactType, Unit

if TYPE_CHECKING:
    from leadkit.policy.policy import Fact
    from leadkit.policy.proving.examined import Examined

Facts = dict[str, Any]
_WEEK = 7


def on_its_weekday(examined: Examined, facts: Facts) -> Iterator[tuple[str, Facts]]:
    """Days and facts that fit each other, and that are otherwise as they were, for the rules to be tried with.

    First the time is moved to the day, then the day, with every date, to the weekday of the time.
    """
    times = {
        name: facts[name]
        for name, fact in examined.policy.facts.items()
        if fact.unit is Unit.MINUTES_OF_THE_WEEK and facts.get(name) is not None
    }
    day = date.fromisoformat(examined.day)
    yield examined.day, {**facts, **{name: _at(time, day.weekday()) for name, time in times.items()}}
    weekdays = {time // DAY_MINUTES for time in times.values()}
    if len(weekdays) == 1:
        later = (weekdays.pop() - day.weekday()) % _WEEK
        for days in (later, later - _WEEK):
            on = (day + timedelta(days)).isoformat()
            if (examined.first or on) <= on <= (examined.last or on):
                yield on, _moved(examined, facts, days)


def _at(time: int, weekday: int) -> int:
    return weekday * DAY_MINUTES + time % DAY_MINUTES


def _moved(examined: Examined, facts: Facts, days: int) -> Facts:
    """The facts with every whole date so many days later."""
    policy = examined.policy
    moved = {name: _later(policy.facts.get(name), value, days) for name, value in facts.items()}
    for name, collection in policy.collections.items():
        if facts.get(name):
            moved[name] = [
                {field: _later(collection.facts[field], value, days) for field, value in entry.items()}
                for entry in facts[name]
            ]
    return moved


def _later(fact: Fact | None, value: Any, days: int) -> Any:
    """An answer, later where it is a date; a year or a month alone stays what it is."""
    if fact is None or fact.type is not FactType.DATE or value is None:
        return value
    try:
        return (date.fromisoformat(value) + timedelta(days)).isoformat()
    except (ValueError, OverflowError):
        return value
