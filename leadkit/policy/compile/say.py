"""Short ways to write conditions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leadkit.policy.compile.asked_whole import AskedWhole
from leadkit.policy.language import All, Any, AtLeast, Below, Expression, In, Is, Not, Window, Within
from leadkit.values.quantities import Duration, Period

if TYPE_CHECKING:
    from leadkit.policy.compile.builder import Builder

BUSINESS_DAYS = (
    "it counts business days, which depend on the holidays of a place",
    "Write it in days, weeks or months.",
)
"""Why a stretch of business days is asked, and what to write instead."""

ALWAYS = All(all=())
"""What holds in every case."""


def every(*conditions: Expression | None) -> Expression:
    """All of these hold; None is nothing to ask."""
    asked: list[Expression] = []
    for one in conditions:
        asked += one.all if isinstance(one, All) else () if one is None else (one,)
    return asked[0] if len(asked) == 1 else All(all=tuple(asked))


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


def recent(
    builder: Builder, path: tuple[str, ...], fact: tuple[str, str], stretch: Duration, *, of: str | None = None
) -> Expression:
    """A date lies within a stretch of time before the contact.

    Which days are business days no calendar tells by itself: such a stretch is asked as one question.

    Args:
        builder: Where the date is declared.
        path: The field that says how long the stretch is.
        fact: The name of the date, and the question for it.
        stretch: The stretch.
        of: The collection of whose entries it is a date; None for the contact.
    """
    name, question = fact
    if stretch.period is Period.BUSINESS_DAY:
        builder.asked_whole.append(AskedWhole(path, *BUSINESS_DAYS))
        asked = f"{question.removesuffix('?')}: within {stretch} before the contact?"
        return yes(builder.yes_no(f"{name}-within-{stretch.count}-business-days", asked, of=of))
    return Within(fact=builder.date(name, question, of=of), within=window(stretch))


def window(stretch: Duration) -> Window:
    """A stretch in calendar months, or in days. Hours and minutes are rounded up to a day: a case knows days."""
    match stretch.period:
        case Period.YEAR | Period.MONTH if stretch.count:
            return Window(months=stretch.count * (12 if stretch.period is Period.YEAR else 1))
        case Period.WEEK:
            return Window(days=7 * stretch.count)
        case Period.HOUR | Period.MINUTE:
            minutes = stretch.count * (60 if stretch.period is Period.HOUR else 1)
            return Window(days=-(-minutes // 1440))
        case _:
            return Window(days=stretch.count)
