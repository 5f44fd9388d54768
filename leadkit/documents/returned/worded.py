"""From the words that a field printed to the text that it is written as: only what prints exactly the same counts."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any

from leadkit.documents.returned.marks import key
from leadkit.documents.template import words

_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_DAY = re.compile(rf"({'|'.join(_MONTHS)}) (?:([0-9]{{1,2}}), )?([0-9]{{4}})")
_FIGURES = re.compile(r"[a-z -]+\((?P<count>[0-9,]+)\)(?P<unit>.*)")
_JOINED = re.compile(r"(?P<count>[0-9,]+)-(?P<unit>[a-z-]+)")
_SPELLED = {words.cardinal(count): count for count in range(1000)}
_Form = Callable[[Any], "str | None"]
_FORMS: tuple[_Form, ...] = (
    words.plain, words.legal, words.in_words, words.adjective, words.hours,
    lambda raw: words.date_text(raw) if isinstance(raw, str) else None,
    lambda raw: words.label(words.plain(raw) or ""),
)  # fmt: skip
_FIRST: tuple[Callable[[str], str], ...] = (
    lambda text: text, words.with_article, words.with_place_article,
    lambda text: text[:1].lower() + text[1:], lambda text: text[:1].upper() + text[1:],
    lambda text: words.with_article(text)[:1].upper() + words.with_article(text)[1:],
)  # fmt: skip
_LAST: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: f"{text}’" if text.endswith("s") else f"{text}’s",
    lambda text: text.removesuffix("."),
)


def written_as(raw: object, old: str, new: str, phrases: Mapping[str, Mapping[str, str]]) -> str | None:
    """The text of a field that prints other words; None where none is known to.

    Args:
        raw: The value of the field now.
        old: What it printed.
        new: What it is to print.
        phrases: What the document prints for a word of a list of choices.
    """
    for printed in phrases.values():
        if printed.get(_word(raw)) == old:
            return next((word for word, text in printed.items() if key(text) == key(new)), None)
    ways = [way for way in _ways() if key(way(raw) or "") == key(old)]
    for text in sorted(dict.fromkeys(_candidates(raw, new)), key=lambda text: _unlike(raw, text)):
        value = _typed(raw, text)
        if value is not None and any(key(way(value) or "") == key(new) for way in ways):
            return text
    return None


def _unlike(raw: object, text: str) -> int:
    """In how many ways a text begins and ends otherwise than the field itself, which a clause fits in."""
    own = raw if isinstance(raw, str) else text
    habits: tuple[Callable[[str], bool], ...] = (
        lambda each: each[:1].isupper(),
        lambda each: each.endswith("."),
        lambda each: each.casefold().startswith("the "),
    )
    return sum(habit(own) != habit(text) for habit in habits)


def _word(raw: object) -> str:
    return str(raw.value) if isinstance(raw, Enum) else str(raw)


def _ways() -> Iterator[_Form]:
    """Every way in which a clause prints a field."""
    for form in _FORMS:
        for first in _FIRST:
            for last in _LAST:
                yield _way(form, first, last)


def _way(form: _Form, first: Callable[[str], str], last: Callable[[str], str]) -> _Form:
    def printed(raw: object) -> str | None:
        text = form(raw)
        return None if text is None else last(first(words.typographic(text)))

    return printed


def _candidates(raw: object, new: str) -> Iterator[str]:
    """The texts that may print such words."""
    bare = new.removesuffix("’s") if not new.endswith("s’") else new.removesuffix("’")
    for text in dict.fromkeys((new, bare, bare.removeprefix("the "), bare.removeprefix("The "))):
        yield from _spellings(text)
        yield from _quantities(text)


def _spellings(text: str) -> Iterator[str]:
    for one in (text, f"{text}."):
        yield from (one, one[:1].swapcase() + one[1:])


def _quantities(text: str) -> Iterator[str]:
    if found := _DAY.fullmatch(text):
        month, day, year = found.groups()
        yield f"{year}-{_MONTHS[month]:02d}" + (f"-{int(day):02d}" if day else "")
    if found := _FIGURES.fullmatch(text.lower()):
        yield f"{found['count'].replace(',', '')}{found['unit']}"
    if found := _JOINED.fullmatch(text):
        yield f"{found['count']} {found['unit'].replace('-', ' ')}s"
    spelled = text.lower().split(" ")
    for length in range(len(spelled), 0, -1):
        count = _SPELLED.get(" ".join(spelled[:length]))
        if count is not None:
            yield " ".join((str(count), *spelled[length:]))


def _typed(raw: object, text: str) -> object | None:
    """A text as a value of the kind that the field has now."""
    try:
        if isinstance(raw, bool | Enum):
            return None
        if isinstance(raw, str):
            return text
        if isinstance(raw, date):
            return date.fromisoformat(text)
        parse = getattr(type(raw), "parse", None)
        found: object = parse(text) if callable(parse) else type(raw)(text)  # type: ignore[call-arg]
        return found
    except (ValueError, TypeError, ArithmeticError):
        return None
