"""How a form of English is printed in another language, and what of a program is in English."""

from __future__ import annotations

from collections.abc import Callable

from leadkit.documents.template import words
from leadkit.documents.words import FIRST, spanish_forms, spanish_numbers

Format = Callable[[object], str | None]

_FORMS: dict[str, dict[Format, Format]] = {
    "es": {
        words.plain: spanish_forms.plain,
        words.labelled: spanish_forms.labelled,
        words.dated: spanish_forms.dated,
        words.hours: spanish_forms.hours,
        words.legal: spanish_forms.legal,
        words.in_words: spanish_forms.in_words,
        words.adjective: spanish_forms.adjective,
        words.language_name: spanish_forms.language_name,
    }
}
"""For each further language, its own form for each form of English, by which filters name one."""

_CARDINALS: dict[str, Callable[[int], str]] = {FIRST: words.cardinal, "es": spanish_numbers.cardinal}


def said(raw: object, form: Format, language: str) -> tuple[str | None, str]:
    """A value in a form, and the language that it is in: empty for the document's own.

    What reads the same in both languages and holds letters was written by the program, in English.
    """
    text = form(raw)
    own = _FORMS.get(language, {}).get(form)
    if own is not None:
        english, text = text, own(raw)
        if text != english or isinstance(raw, bool):
            return text, ""
    foreign = language != FIRST and any(each.isalpha() for each in text or "")
    return text, FIRST if foreign else ""


def cardinal(count: int, language: str) -> str:
    """A whole number in words."""
    return _CARDINALS[language](count)
