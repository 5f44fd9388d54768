"""Dates, amounts, stretches of time, sums and numbers in the Spanish of the United States.

Figures keep the comma and the point of the United States (1,500.50), as its public offices write them in Spanish.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import Enum

from leadkit.documents.template import words as english
from leadkit.documents.words.spanish_labels import LABELS, LANGUAGES
from leadkit.documents.words.spanish_numbers import cardinal
from leadkit.values.dates import PartialDate
from leadkit.values.quantities import Amount, Duration, Money, Period, Unit

_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
)  # fmt: skip
_UNITS = {
    Unit.MILLIGRAM: ("miligramo", "miligramos"), Unit.GRAM: ("gramo", "gramos"),
    Unit.KILOGRAM: ("kilogramo", "kilogramos"), Unit.OUNCE: ("onza", "onzas"), Unit.POUND: ("libra", "libras"),
    Unit.PILL: ("pastilla", "pastillas"), Unit.DOSE: ("dosis", "dosis"), Unit.ITEM: ("artículo", "artículos"),
    Unit.PLANT: ("planta", "plantas"),
}  # fmt: skip
_PERIODS = {
    Period.MINUTE: ("minuto", "minutos"), Period.HOUR: ("hora", "horas"), Period.DAY: ("día", "días"),
    Period.BUSINESS_DAY: ("día hábil", "días hábiles"), Period.WEEK: ("semana", "semanas"),
    Period.MONTH: ("mes", "meses"), Period.YEAR: ("año", "años"),
}  # fmt: skip
_FEMININE = {Unit.OUNCE, Unit.POUND, Unit.PILL, Unit.DOSE, Unit.PLANT, Period.HOUR, Period.WEEK}
_DAYS = {
    "Mon": "lunes", "Tue": "martes", "Wed": "miércoles", "Thu": "jueves", "Fri": "viernes", "Sat": "sábado",
    "Sun": "domingo",
}  # fmt: skip
_TIMES = re.compile(r"\b([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})")
_RANGE = re.compile(rf"\b({'|'.join(_DAYS)})-({'|'.join(_DAYS)})\b")
_BEFORE_TIME = re.compile(r"(?<=[a-z])(?= de [0-9]{2}:)")
_DAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b")


def long_date(day: date) -> str:
    """A day as ``9 de abril de 2026``."""
    first = "1.º" if day.day == 1 else str(day.day)
    return f"{first} de {_MONTHS[day.month - 1]} de {day.year:04d}"


def partial_date(written: PartialDate) -> str:
    """A date at the precision written: ``9 de abril de 2026``, ``abril de 2026`` or ``2026``."""
    if written.is_day:
        return long_date(written.first)
    year = f"{written.first.year:04d}"
    return f"{_MONTHS[written.first.month - 1]} de {year}" if len(written.text) == len("2015-06") else year


def plain(raw: object) -> str | None:
    """A value as a sentence prints it; what the program wrote in words of its own stays as it is."""
    if isinstance(raw, bool):
        return "sí" if raw else "no"
    if isinstance(raw, Enum):
        return label(str(raw.value))
    if isinstance(raw, str | int | Decimal | Money):
        return english.plain(raw)
    if isinstance(raw, date):
        return long_date(raw)
    if isinstance(raw, PartialDate):
        return partial_date(raw)
    if isinstance(raw, Duration):
        return f"{raw.count} {_noun(raw)}"
    if isinstance(raw, Amount):
        return english.amount(raw) if raw.unit is Unit.DOLLAR else f"{raw.value:,} {_noun(raw)}"
    return english.plain(raw)


def _noun(raw: Duration | Amount) -> str:
    one, many = _PERIODS[raw.period] if isinstance(raw, Duration) else _UNITS[raw.unit]
    return one if (raw.count if isinstance(raw, Duration) else raw.value) == 1 else many


def label(text: str) -> str:
    """An id, or a word of a list of choices, as it is said; an id that has no Spanish word keeps its own."""
    said = english.label(text)
    return LABELS.get(said, said)


def labelled(raw: object) -> str | None:
    """The same of a field."""
    text = plain(raw)
    return None if text is None else label(text)


def dated(raw: object) -> str | None:
    """A date, also one that is written as text."""
    if not isinstance(raw, str):
        return plain(raw)
    try:
        return partial_date(PartialDate.parse(raw))
    except ValueError:
        return raw


def hours(raw: object) -> str | None:
    """Opening hours as a sentence says them: ``de lunes a viernes, de 08:00 a 19:00``."""
    text = english.plain(raw)
    if text is None:
        return None
    ranged = _RANGE.sub(r"de \1 a \2", _TIMES.sub(r"de \1 a \2", text))
    spaced = _BEFORE_TIME.sub(",", ranged)
    named = _DAY.sub(lambda found: _DAYS[found[0]], spaced)
    return named.replace("daily", "todos los días").replace("except holidays", "excepto días feriados")


def legal(raw: object) -> str | None:
    """A number in words and figures: ``treinta (30) días``; None where the English form has none."""
    count = _count(raw)
    if count is None:
        return None
    if not isinstance(raw, Duration | Amount):
        return f"{cardinal(count)} ({count:,})"
    return f"{_counted(raw, count)} ({count:,}) {_noun(raw)}"


def in_words(raw: object) -> str | None:
    """A number in words alone: ``treinta días``."""
    count = _count(raw)
    if count is None:
        return None
    if not isinstance(raw, Duration | Amount):
        return cardinal(count)
    return f"{_counted(raw, count)} {_noun(raw)}"


def _counted(raw: Duration | Amount, count: int) -> str:
    """A number as it stands before its noun."""
    kind = raw.period if isinstance(raw, Duration) else raw.unit
    return cardinal(count, feminine=kind in _FEMININE, before_noun=True)


def language_name(raw: object) -> str:
    """The name of a language by its tag; one that has no name here is printed by its tag."""
    tag = str(raw)
    return LANGUAGES.get(tag) or LANGUAGES.get(tag.partition("-")[0], tag)


def adjective(raw: object) -> str | None:
    """A stretch of time after a noun: ``de 30 días``."""
    return f"de {raw.count} {_noun(raw)}" if isinstance(raw, Duration) else None


def _count(raw: object) -> int | None:
    """The whole number below a million that ``legal`` can print, as in English."""
    if english.in_words(raw) is None:
        return None
    if isinstance(raw, Duration):
        return raw.count
    return int(raw.value) if isinstance(raw, Amount) else int(str(raw))
