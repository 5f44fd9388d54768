"""The answer to a fact, from the text that somebody writes; a text of another form is refused, never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, TypeAlias

from leadkit.diagnostic import listed, nearest
from leadkit.model.hours import DAY_MINUTES, DAYS
from leadkit.policy.policy import FactType, Unit
from leadkit.values.dates import PartialDate
from leadkit.values.quantities import Amount, Duration, Money, Period
from leadkit.values.quantities import Unit as Written

if TYPE_CHECKING:
    from datetime import date

    from leadkit.policy.policy import Fact

Answer: TypeAlias = bool | int | str
"""What a case of the engine holds for a fact."""

_YES_NO = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
_IN_JSON = {"true": "yes", "false": "no"}
"""How JSON says what a choice may have for an option."""
_WHOLE = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]{0,14}")
_TIME = re.compile(r"(?:(?P<day>[A-Za-z]+|[0-9]{4}-[0-9]{2}-[0-9]{2})[ T])?(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})")
_ENDING_WITHIN = (Written.OUNCE, Written.POUND)
"""The units of weight that end within a milligram."""
_PIECES = (Written.PILL, Written.DOSE, Written.ITEM, Written.PLANT)


def read_answer(fact: Fact, text: str, on: date) -> Answer:
    """Read the answer to a fact.

    Args:
        fact: The fact.
        text: What is written.
        on: The day of the contact, whose time of day may be written alone.

    Raises:
        ValueError: It cannot be taken; the sentence says what to write.
    """
    match fact.type:
        case FactType.YES_NO:
            return _yes_no(text)
        case FactType.CHOICE:
            return chosen(fact, text)
        case FactType.DATE:
            return PartialDate.parse(text).text
        case FactType.NUMBER:
            assert fact.unit is not None
            return _minutes(text, on) if fact.unit is Unit.MINUTES_OF_THE_WEEK else _NUMBERS[fact.unit](text)


def chosen(fact: Fact, text: str) -> str:
    """The option that is meant, by its id or its label, whatever the case of its letters.

    Raises:
        ValueError: It is none of them, or several have that label.
    """
    if text in fact.options:
        return text
    wanted = _plain(_IN_JSON.get(text, text))
    meant = [one for one, label in fact.options.items() if wanted in (_plain(one), _plain(label))]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise ValueError(f"several answers are called so: write {listed(meant)}")
    near = nearest(text, [*fact.options, *fact.options.values()])
    near = near or next((label for label in fact.options.values() if wanted and _plain(label).startswith(wanted)), None)
    raise ValueError(f'did you mean "{near}"?' if near else f"write {listed(fact.options)}")


def _plain(text: str) -> str:
    return text.strip().casefold().replace("_", " ").replace("-", " ")


def _yes_no(text: str) -> bool:
    word = text.strip().rstrip(".").lower()
    if word not in _YES_NO:
        raise ValueError("write yes or no")
    return _YES_NO[word]


def _whole(text: str, wanted: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise ValueError(wanted)
    return int(text.replace(",", ""))


def _years(text: str) -> int:
    return _whole(re.sub(r"\s*years?$", "", text), "write a whole number of years, such as 34")


def _months(text: str) -> int:
    stretch = _stretch(text, "write the months, such as 24 months or 2 years", Period.MONTH, Period.YEAR)
    return stretch.count * (12 if stretch.period is Period.YEAR else 1)


def _days(text: str) -> int:
    stretch = _stretch(text, "write the days, such as 30 days or 2 weeks", Period.DAY, Period.WEEK)
    return stretch.count * (7 if stretch.period is Period.WEEK else 1)


def _stretch(text: str, wanted: str, *periods: Period) -> Duration:
    try:
        stretch = Duration.parse(text)
    except ValueError:
        raise ValueError(wanted) from None
    if stretch.period not in periods:
        raise ValueError(wanted)
    return stretch


def _minutes(text: str, on: date) -> int:
    """The time of the contact as a time of the week; what is written beside it must be the day of the contact."""
    wanted = "write the time of the contact, such as 14:30"
    found = _TIME.fullmatch(text)
    if not found or int(found["hour"]) > 23 or int(found["minute"]) > 59:
        raise ValueError(wanted)
    if found["day"] and not _is_day(found["day"], on, wanted):
        raise ValueError(f"the contact is on {DAYS[on.weekday()]} {on}: write its time, or correct its day")
    return on.weekday() * DAY_MINUTES + int(found["hour"]) * 60 + int(found["minute"])


def _is_day(text: str, on: date, wanted: str) -> bool:
    """Whether a date or the name of a weekday means a day."""
    if text[0].isdigit():
        return PartialDate.parse(text).text == on.isoformat()
    named = [number for number, name in enumerate(_WEEKDAYS) if len(text) >= 3 and name.startswith(text.lower())]
    if not named:
        raise ValueError(wanted)
    return named == [on.weekday()]


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
assert tuple(name[:3].capitalize() for name in _WEEKDAYS) == DAYS


def _milligrams(text: str) -> int:
    """A weight; less than a milligram, which an ounce may end in, is left away, as it is in a limit."""
    amount = Amount.parse(text)
    weight = amount.milligrams
    if weight is None:
        raise ValueError("write a weight, such as 2 g")
    if weight != weight.to_integral_value() and amount.unit not in _ENDING_WITHIN:
        raise ValueError("write a weight to the milligram, such as 2.005 g")
    return int(weight.to_integral_value(ROUND_FLOOR))


def _cents(text: str) -> int:
    wanted = "write a sum of money, such as $25 or $25.50"
    try:
        cents = Money.parse(text).dollars * 100
    except ValueError:
        raise ValueError(wanted) from None
    if cents != cents.to_integral_value():
        raise ValueError(wanted)
    return int(cents)


def _pieces(text: str) -> int:
    if _WHOLE.fullmatch(text):
        return _whole(text, "")
    wanted = "write how many there are, such as 12 or 12 pills"
    try:
        amount = Amount.parse(text)
    except ValueError:
        raise ValueError(wanted) from None
    if amount.unit not in _PIECES or amount.value != Decimal(int(amount.value)):
        raise ValueError(wanted)
    return int(amount.value)


_NUMBERS: dict[Unit, Callable[[str], int]] = {
    Unit.YEARS: _years,
    Unit.MONTHS: _months,
    Unit.DAYS: _days,
    Unit.MILLIGRAMS: _milligrams,
    Unit.CENTS: _cents,
    Unit.PIECES: _pieces,
}
