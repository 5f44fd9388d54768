"""What a Spanish paper prints of figures, told against the program and against the English paper of the same day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from leadkit.model.root import Program
from tests.documents.consistency.judging import Paper, numbers
from tests.documents.consistency.reading import Page
from tests.documents.consistency.said import durations, texts
from tests.documents.consistency.tracing import OF_LAW

Item = TypeVar("Item")
_SMALL = (
    "cero", "un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
    "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiún", "veintidós",
    "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
)  # fmt: skip
_VALUES = {
    **{word: count for count, word in enumerate(_SMALL)},
    "uno": 1, "una": 1, "veintiuno": 21, "veintiuna": 21,
    "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90,
    "cien": 100, "ciento": 100, "doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas": 300,
}  # fmt: skip
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_UNITS = {
    "minuto": "minute", "hora": "hour", "día": "day", "día hábil": "business day", "semana": "week", "mes": "month",
    "año": "year",
}  # fmt: skip
_DURATION = re.compile(
    rf"\b((?:{_WORD})(?:(?: y)? (?:{_WORD}))*|[0-9]+)(?: \(([0-9]+)\))?"
    r" (minuto|hora|día(?=s? hábil)|día|semana|mes|año)(?:e?s)?( hábil)?(?:es)?\b",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"un", "uno", "una"})
"""*Un día* is any day as often as it is one day, and *a day* is none in English either."""
_FIGURES = re.compile(r"\$?[0-9]+(?:[.,:][0-9]+)*")
_FINGERPRINT = re.compile(r"(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])")


@dataclass(frozen=True)
class Translated:
    """A Spanish file with the English one of the same paper, in the same format."""

    path: Path
    english: Path
    paper: Paper
    reviewed: date | None


def reviewed_on(program: Program, document: str) -> date | None:
    """The day on which the Spanish text of a paper was reviewed."""
    setting = program.documents.get(document)
    translation = setting.translations.get("es") if setting else None
    return translation.on.first if translation and translation.on else None


def spanish_durations(text: str) -> list[tuple[int, str]]:
    """The stretches of time of a Spanish text, as counts and English units; words and figures must agree."""
    found: list[tuple[int, str]] = []
    for words, figures, unit, working in _DURATION.findall(text):
        count = _number(words)
        assert not figures or count == int(figures), f"words and figures differ: {words} ({figures})"
        if figures or words.lower() not in _ARTICLES:
            found.append((count, _UNITS[f"{unit.lower()}{working.lower()}"]))
    return found


def _number(words: str) -> int:
    return int(words) if words.isdigit() else sum(_VALUES[word] for word in words.lower().split() if word != "y")


def spanish_faults(page: Page, english: Page, paper: Paper, reviewed: date | None) -> Iterator[str]:
    """What is wrong with the figures of a Spanish file.

    Args:
        page: The Spanish file.
        english: The English one of the same paper, in the same format.
        paper: What is known of both.
        reviewed: The day on which the translation was reviewed, which only the Spanish one prints.
    """
    yield from numbers(page, paper)
    own = {each for _, text in texts(paper.said.program) for each in spanish_durations(text)}
    told = spanish_durations(page.text)
    for count, unit in told:
        if (count, unit) not in paper.said.durations | own and (paper.kind, (count, unit)) not in OF_LAW:
            yield f"{count} {unit}: no field says so"
    yield from _unlike("stretches of time", _several(told), _several(durations(english.text)))
    figures = Counter(_FIGURES.findall(_FINGERPRINT.sub("", page.text)))
    if reviewed is not None:
        figures -= Counter((str(reviewed.year), str(reviewed.day)))
    yield from _unlike("figures", figures, Counter(_FIGURES.findall(_FINGERPRINT.sub("", english.text))))


def _several(found: list[tuple[int, str]]) -> Counter[tuple[int, str]]:
    """The stretches of more than one: of one, the words do not tell whether it is counted, and a figure does."""
    return Counter(each for each in found if each[0] != 1)


def _unlike(what: str, told: Counter[Item], expected: Counter[Item]) -> Iterator[str]:
    if told != expected:
        yield f"{what}: more {dict(told - expected)}, less {dict(expected - told)}"
