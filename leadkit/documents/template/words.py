"""US legal English for dates, amounts, stretches of time, sums and numbers."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence, Set
from datetime import date
from decimal import Decimal
from enum import Enum

from leadkit.values.dates import PartialDate
from leadkit.values.quantities import Amount, Duration, Money, Unit

_UNIT_NAMES = {
    Unit.MILLIGRAM: ("milligram", "milligrams"), Unit.GRAM: ("gram", "grams"),
    Unit.KILOGRAM: ("kilogram", "kilograms"), Unit.OUNCE: ("ounce", "ounces"),
    Unit.POUND: ("pound", "pounds"), Unit.PILL: ("pill", "pills"), Unit.DOSE: ("dose", "doses"),
    Unit.ITEM: ("item", "items"), Unit.PLANT: ("plant", "plants"),
}  # fmt: skip
_LANGUAGES = {
    "am": "Amharic", "ar": "Arabic", "ase": "American Sign Language", "bn": "Bengali", "de": "German",
    "en": "English", "es": "Spanish", "fa": "Farsi", "fr": "French", "hi": "Hindi", "hmn": "Hmong",
    "ht": "Haitian Creole", "it": "Italian", "ja": "Japanese", "km": "Khmer", "ko": "Korean", "lo": "Lao",
    "nv": "Navajo", "pa": "Punjabi", "pl": "Polish", "prs": "Dari", "ps": "Pashto", "pt": "Portuguese",
    "ru": "Russian", "so": "Somali", "sw": "Swahili", "ti": "Tigrinya", "tl": "Tagalog", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "yue": "Cantonese", "zh": "Chinese",
}  # fmt: skip
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])|(?<=s)'(?= [^\W\d_])")
_TAKES_ARTICLE = re.compile(
    r"(?!The )(?:(?:City|County|Town|Village|Borough|State|Commonwealth|University|Friends|Agreement|Act) of "
    r"|(?:.* )?(?:ACLU|Alliance|Association|Attorney|Board|Bureau|Center|Commission|Council|Court|Defender|Department"
    r"|Desk|Group|Nation|Office|Panel|Police|Prosecutor|Team|Tribe)(?:$| (?:of|for) ))"
)
_PLACE_TAKES_ARTICLE = re.compile(
    r"(?:City|County|Town|Village|Borough|State|Commonwealth) of |.* (?:area|core|district|zone)$"
)
_ON = re.compile(r"\b(?:campus|lands?|reservation)$", re.IGNORECASE)
_TIMES = re.compile(r"\b([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})")
_DAY_NAMES = dict(zip(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), calendar.day_name, strict=True))
_DAY = re.compile(rf"\b(?:{'|'.join(_DAY_NAMES)})\b")
_DAYS = re.compile(rf"\b({'|'.join(_DAY_NAMES)})-({'|'.join(_DAY_NAMES)})\b")
_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def plain(raw: object) -> str | None:
    """A value as a sentence prints it; None for a list or a whole section, which no sentence can hold."""
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(raw, Enum):
        return label(str(raw.value))
    if isinstance(raw, str):
        return raw
    if isinstance(raw, int | Decimal):
        return f"{raw:,}"
    if isinstance(raw, date):
        return long_date(raw)
    if isinstance(raw, PartialDate | Amount | Duration | Money):
        return _typed(raw)
    return _own_text(raw)


def _typed(raw: PartialDate | Amount | Duration | Money) -> str:
    if isinstance(raw, PartialDate):
        return partial_date(raw)
    if isinstance(raw, Amount):
        return amount(raw)
    return str(raw)


def _own_text(raw: object) -> str | None:
    text = getattr(raw, "text", None)
    if callable(text):
        return str(text())
    whole = isinstance(raw, Mapping | Sequence | Set) or hasattr(type(raw), "model_fields")
    return None if whole or type(raw).__str__ is object.__str__ else str(raw)


def label(text: str) -> str:
    """An id, or a word of a list of choices, as it is said: ``arrest_diversion`` → ``arrest diversion``."""
    return text.replace("_", " ").replace("-", " ")


def labelled(raw: object) -> str | None:
    """The same of a field."""
    text = plain(raw)
    return None if text is None else label(text)


def typographic(text: str) -> str:
    """A text with the apostrophes that print has: ``the Sheriff’s Office``, ``sixty days’ notice``."""
    return _APOSTROPHE.sub("’", text)


def with_article(name: str) -> str:
    """A name with the article that it takes inside a sentence, where it takes one: ``the City of Albany``."""
    return f"the {name}" if _TAKES_ARTICLE.match(name) else name


def with_place_article(name: str) -> str:
    """The same for the name of a place: ``the City of Burien``, but ``White Center``."""
    return f"the {name}" if _PLACE_TAKES_ARTICLE.match(name) else name


def preposition(place: str) -> str:
    """``on`` before land, a reservation or a campus; ``in`` before any other place."""
    return "on" if _ON.search(place) else "in"


def hours(raw: object) -> str | None:
    """Opening hours as a sentence says them: ``Monday to Friday from 08:00 to 19:00``."""
    text = plain(raw)
    if text is None:
        return None
    ranged = _DAYS.sub(r"\1 to \2", _TIMES.sub(r"from \1 to \2", text))
    return _DAY.sub(lambda found: _DAY_NAMES[found[0]], ranged)


def long_date(day: date) -> str:
    """A day as ``June 25, 2015``."""
    return f"{calendar.month_name[day.month]} {day.day}, {day.year:04d}"


def partial_date(written: PartialDate) -> str:
    """A date at the precision written: ``June 25, 2015``, ``June 2015`` or ``2015``."""
    if written.is_day:
        return long_date(written.first)
    year = f"{written.first.year:04d}"
    return f"{calendar.month_name[written.first.month]} {year}" if len(written.text) == len("2015-06") else year


def date_text(text: str) -> str:
    """A date written as text in long form; any other text as it is."""
    try:
        return partial_date(PartialDate.parse(text))
    except ValueError:
        return text


def dated(raw: object) -> str | None:
    """A date, also one that is written as text."""
    return date_text(raw) if isinstance(raw, str) else plain(raw)


def amount(quantity: Amount) -> str:
    """An amount as ``6 grams``, ``1 ounce`` or ``$250``."""
    if quantity.unit is Unit.DOLLAR:
        return f"${quantity.value:,}"
    return f"{quantity.value:,} {_unit(quantity)}"


def _unit(quantity: Amount) -> str:
    one, many = _UNIT_NAMES[quantity.unit]
    return one if quantity.value == 1 else many


def legal(raw: object) -> str | None:
    """A number in words and figures, as agreements write it: ``thirty (30) days``, ``two (2)``.

    None for what is not a whole number below a million, alone or with a unit.
    """
    count, unit = _counted(raw)
    return None if count is None else f"{cardinal(count)} ({count:,}){unit}"


def in_words(raw: object) -> str | None:
    """A number in words alone: ``thirty days``; None where ``legal`` has none."""
    count, unit = _counted(raw)
    return None if count is None else f"{cardinal(count)}{unit}"


def _counted(raw: object) -> tuple[int | None, str]:
    if isinstance(raw, Duration):
        return _bounded(raw.count), " " + str(raw).split(" ", 1)[1]
    if isinstance(raw, Amount) and raw.unit is not Unit.DOLLAR and raw.value == raw.value.to_integral_value():
        return _bounded(int(raw.value)), f" {_unit(raw)}"
    if isinstance(raw, str) and raw.isascii() and raw.isdigit():
        return _bounded(int(raw)), ""
    return (_bounded(raw), "") if isinstance(raw, int) and not isinstance(raw, bool) else (None, "")


def _bounded(count: int) -> int | None:
    return count if 0 <= count < 1_000_000 else None


def cardinal(count: int) -> str:
    """A whole number from 0 to 999,999 in words: ``forty-five``, ``one hundred twenty``."""
    if count < 20:
        return _SMALL[count]
    if count < 100:
        tens, ones = divmod(count, 10)
        return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")
    size, name = (1000, "thousand") if count >= 1000 else (100, "hundred")
    high, rest = divmod(count, size)
    return f"{cardinal(high)} {name}" + (f" {cardinal(rest)}" if rest else "")


def language_name(raw: object) -> str:
    """The name of a language by its tag; one that has no name here is printed by its tag."""
    tag = str(raw)
    return _LANGUAGES.get(tag) or _LANGUAGES.get(tag.partition("-")[0], tag)


def adjective(raw: object) -> str | None:
    """A stretch of time before a noun: ``30-day``, ``two-year`` without its ``s``."""
    return f"{raw.count}-{raw.period.value.rstrip('s').replace(' ', '-')}" if isinstance(raw, Duration) else None
