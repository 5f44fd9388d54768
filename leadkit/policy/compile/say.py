"""Short ways to write conditions."""

from __future__ import annotations

from collections.abc import Iterable

from leadkit.policy.language import All, Any, AtLeast, Below, Expression, In, Is, Not, Window, Within
from leadkit.values.quantities import Duration, Period

ALWAYS = All(all=())
"""What holds in every case."""


def every(*conditions: Expression | None) -> Expression:
    """All of these hold; None is nothing to ask."""
    asked = tuple(one for one in conditions if one is not None and one != ALWAYS)
    return asked[0] if len(asked) == 1 else All(all=asked)


def some(*conditions: Expression) -> Expression:
    """At least one of these holds."""
    return conditions[0] if len(conditions) == 1 else Any(any=conditions)


def no(condition: Expression) -> Expression:
    """This does not hold."""
    return Not(not_=condition)


def yes(fact: str) -> Expression:
    """The answer is yes."""
    return Is(fact=fact, is_=True)


def denied(fact: str) -> Expression:
    """The answer is no."""
    return Is(fact=fact, is_=False)


def among(fact: str, options: Iterable[str]) -> Expression:
    """The choice is one of these; among none, it never is."""
    named = tuple(sorted(set(options)))
    return In(fact=fact, in_=named) if named else Any(any=())


def below(fact: str, number: int) -> Expression:
    """The number is smaller."""
    return Below(fact=fact, below=number)


def at_least(fact: str, number: int) -> Expression:
    """The number is this one or more."""
    return AtLeast(fact=fact, at_least=number)


def within(fact: str, stretch: Duration | None) -> Expression | None:
    """The date lies within a stretch of time before the contact; None where it may lie at any time."""
    return None if stretch is None else Within(fact=fact, within=window(stretch))


def window(stretch: Duration) -> Window:
    """A stretch in calendar months, or in days.

    Hours and minutes are rounded up to a day: a case knows days. Business days are told as the days in which so many
    surely lie, two of seven for a weekend and no holidays.
    """
    match stretch.period:
        case Period.YEAR:
            return Window(months=12 * stretch.count)
        case Period.MONTH:
            return Window(months=stretch.count)
        case Period.WEEK:
            return Window(days=7 * stretch.count)
        case Period.BUSINESS_DAY:
            return Window(days=stretch.count + 2 * ((stretch.count + 4) // 5))
        case Period.DAY:
            return Window(days=stretch.count)
        case _:
            minutes = stretch.count * (60 if stretch.period is Period.HOUR else 1)
            return Window(days=-(-minutes // 1440))
