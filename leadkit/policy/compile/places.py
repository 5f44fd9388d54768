"""Where and when a contact happens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leadkit.model.geography import Geography
from leadkit.model.hours import WEEK_MINUTES, Hours
from leadkit.policy.compile.say import among, at_least, below, every, no, some, yes
from leadkit.policy.policy import Unit

if TYPE_CHECKING:
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

OUTSIDE = "outside"
"""The answer where the contact is in none of the program's areas."""


def in_areas(builder: Builder, areas: Iterable[str]) -> Expression:
    """The contact is in one of these areas, or in one that lies in them."""
    named = tuple(areas)
    known = builder.program.areas
    fact = builder.choice(
        "area",
        "In which of these areas is the contact? Name the smallest that it lies in.",
        {**{name: area.name for name, area in known.items()}, OUTSIDE: "In none of them"},
    )
    geography = Geography(known)
    return among(fact, (name for name in known if named and geography.reached(name, named)))


def outside_hours(builder: Builder, hours: Hours) -> Expression | None:
    """The contact is at a time that these hours do not cover; None where they cover every time."""
    if hours.always:
        return None
    fact = builder.number(
        "time",
        "On which day of the week, and at what time, is the contact?",
        Unit.MINUTES_OF_THE_WEEK,
        at_most=WEEK_MINUTES - 1,
    )
    closed = no(some(*(_between(fact, start, end) for start, end in hours.spans)))
    if not hours.closed_on_holidays:
        return closed
    return some(closed, yes(builder.yes_no("holiday", "Is the contact on a public holiday?")))


def _between(fact: str, start: int, end: int) -> Expression:
    first = at_least(fact, start) if start else None
    last = below(fact, end) if end < WEEK_MINUTES else None
    return every(first, last)
