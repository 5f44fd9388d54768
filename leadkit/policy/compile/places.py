"""Where and when a contact happens."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from leadkit.model.hours import WEEK_MINUTES, Hours
from leadkit.model.procedure.availability import OutsideHours
from leadkit.policy.compile.say import ALWAYS, among, at_least, below, every, no, some, yes
from leadkit.policy.policy import Unit

if TYPE_CHECKING:
    from leadkit.model.areas import Area
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

_CONFIDENTIAL = "A place that is kept confidential"
OUTSIDE = "outside"
"""The answer where the contact is in none of the program's areas."""


def in_areas(builder: Builder, areas: Collection[str]) -> Expression:
    """The contact is in one of these areas, or in one that lies in them; everywhere, where none is named.

    A place that is kept confidential is no answer unless a rule names it: its name in a case would give it away.
    """
    if not areas:
        return ALWAYS
    known = builder.program.areas
    wider = {name for name, area in known.items() if area.includes}
    labels = {
        name: _CONFIDENTIAL if area.confidential else f"{area.name}, in no smaller area" if name in wider else area.name
        for name, area in known.items()
        if not area.confidential or name in areas
    }
    fact = builder.choice(
        "area",
        "In which of these areas is the contact? Name the smallest that it lies in.",
        {**labels, OUTSIDE: "In none of them"},
    )
    inside = {name for one in areas for name in _inside(known, [one]) - _inside(known, _left_out(known, one))}
    return among(fact, inside & labels.keys())


def _left_out(areas: Mapping[str, Area], name: str) -> Collection[str]:
    return areas[name].excludes if name in areas else ()


def _inside(areas: Mapping[str, Area], named: Iterable[str]) -> set[str]:
    """Areas and all that they take in; more than that is not known to lie in them, even where it is all they list."""
    found: set[str] = set()
    waiting = [name for name in named if name in areas]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(part for part in areas[name].includes if part in areas)
    return found


def outside_hours(builder: Builder, hours: Hours) -> Expression | None:
    """The contact is at a time that these hours do not cover; None where they cover every time."""
    if hours.always:
        return None
    holiday = (
        yes(builder.yes_no("holiday", "Is the contact on a public holiday?")) if hours.closed_on_holidays else None
    )
    if hours.spans == ((0, WEEK_MINUTES),):
        return holiday
    fact = builder.number(
        "time",
        "On which day of the week, and at what time, is the contact?",
        Unit.MINUTES_OF_THE_WEEK,
        at_most=WEEK_MINUTES - 1,
    )
    closed = no(some(*(_between(fact, start, end) for start, end in hours.spans)))
    return some(closed, holiday) if holiday else closed


def closed_area(builder: Builder, name: str) -> Expression | None:
    """The contact is in an area at a time at which the program does not work there; None where it always does."""
    hours = builder.program.areas[name].hours
    closed = outside_hours(builder, hours) if hours else None
    return None if closed is None else every(in_areas(builder, [name]), closed)


def closed_procedure(builder: Builder, name: str) -> Expression | None:
    """The contact is outside hours of the procedure outside which nobody is eligible; None where that is never so."""
    entry = builder.program.procedure.hours[name]
    if entry.hours is None or entry.outside is not OutsideHours.NOT_ELIGIBLE:
        return None
    closed = outside_hours(builder, entry.hours)
    return None if closed is None else every(in_areas(builder, entry.areas), closed)


def _between(fact: str, start: int, end: int) -> Expression:
    first = at_least(fact, start) if start else None
    last = below(fact, end) if end < WEEK_MINUTES else None
    return every(first, last)
