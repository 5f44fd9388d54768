"""From the text of a cell to the value of a field, where that can be told beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from leadkit.diagnostic import listed, shortened
from leadkit.law.states import STATES
from leadkit.model.agencies.kinds import AgencyType
from leadkit.model.services.kinds import CountedAs
from leadkit.spreadsheets.columns.field import Form, folded
from leadkit.spreadsheets.columns.heads import words_of
from leadkit.spreadsheets.entries.hours import read_hours
from leadkit.spreadsheets.entries.words import AGENCY_TYPES, LANGUAGES

if TYPE_CHECKING:
    from leadkit.source.tree import Plain
    from leadkit.spreadsheets.entries.known import Known

_LISTED = re.compile(r"[;|\n]")
_LANGUAGES = re.compile(r"[;|\n,/&]|\band\b")
_TEN_DIGITS = re.compile(
    r"\(?([2-9][0-9]{2})\)?[ ./-]{0,3}([0-9]{3})[ .-]{0,3}([0-9]{4})"
    r"(?:[ ,;]{0,2}(?:x|ext\.?|extension) ?([0-9]{1,6}))?",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"[ ,;]*(?:x|ext\.?|extension) ?[0-9]+$", re.IGNORECASE)
_NO_NUMBER = (8, 9, 12, 13)
"""Numbers of digits that no telephone number of this country has: a digit is missing, or one too many."""
_LONGEST_ADDRESS = 400
_WHOLE_ADDRESS = re.compile(
    r"(?P<street>[^\n]+?),? *[,\n] *(?P<city>[^,\n0-9]+?)(?:, *| +)(?P<state>[A-Z]{2}),? +"
    r"(?P<zip>[0-9]{5}(?:-[0-9]{4})?)"
)


def read_value(form: Form, text: str, known: Known) -> Plain:
    """Read the text of a cell; what it can be is left to the model.

    Raises:
        ValueError: It can be told that no value is meant; the text of the error says what could be.
    """
    reader = _READERS.get(form)
    if reader is not None:
        return reader(text)
    if form is Form.AREAS:
        return [_area(each, known) for each in _several(text)]
    return text


def whole_address(text: str) -> dict[str, str]:
    """The parts of an address that is written in one cell; the whole as the street where it has another form."""
    found = _WHOLE_ADDRESS.fullmatch(text) if len(text) < _LONGEST_ADDRESS else None
    return found.groupdict() if found and found["state"] in STATES else {"street": text}


def counted_as(head: str) -> str | None:
    """What the numbers below a head count, where the head says it."""
    words = {word for text in words_of(head) for word in text.split()}
    return CountedAs.BEDS.value if "bed" in words else None


def agency_type(text: str) -> dict[str, str]:
    """The type of an agency; one that the model has no word for keeps the planner's."""
    word = folded(text)
    usual = {folded(kind): kind for kind in AgencyType} | AGENCY_TYPES
    kind = usual.get(word, AgencyType.OTHER)
    return {"type": kind.value} | ({"type_text": text} if kind is AgencyType.OTHER and word != "other" else {})


def _several(text: str) -> list[str]:
    return [part for each in _LISTED.split(text) if (part := each.strip())]


def _words(text: str) -> list[str]:
    return [_word(each) for each in _several(text)]


def _word(text: str) -> str:
    return folded(text).replace(" ", "_") or text


def _phone(text: str) -> str:
    found = _TEN_DIGITS.fullmatch(text)
    if found is None:
        digits = len(re.findall("[0-9]", _EXTENSION.sub("", text)))
        if digits in _NO_NUMBER and not text.startswith("+"):
            raise ValueError(f"a telephone number has ten digits, and this has {digits}")
        return text
    area, exchange, line, extension = found.groups()
    return f"{area}-{exchange}-{line}" + (f" x{extension}" if extension else "")


def _languages(text: str) -> list[Plain]:
    named = [part for each in _LANGUAGES.split(text) if (part := each.strip())]
    return [LANGUAGES.get(folded(each), each) for each in named]


def _area(text: str, known: Known) -> str:
    found = known.area_named(text)
    if found is None:
        meant = known.area_like(text)
        of = f"; did you mean {meant}?" if meant else f", which has {listed(known.areas) or 'none'}"
        raise ValueError(f"“{shortened(text)}” is no area of the program{of}")
    return found


def _flag(text: str) -> str:
    return {"y": "yes", "n": "no"}.get(text.lower(), text.lower())


def _state(text: str) -> str:
    return text.upper() if text.upper() in STATES else text


def _web(text: str) -> str:
    return f"https://{text}" if re.match(r"www\.\S+$", text) else text


_READERS: dict[Form, Callable[[str], Plain]] = {
    Form.SEVERAL: lambda text: [*_several(text)],
    Form.PHONE: _phone,
    Form.HOURS: read_hours,
    Form.LANGUAGES: _languages,
    Form.WORD: _word,
    Form.WORDS: lambda text: [*_words(text)],
    Form.FLAG: _flag,
    Form.STATE: _state,
    Form.WEB: _web,
    Form.CONDITION: lambda text: [text],
}
