"""The lines of a clause's source: which of them may have printed a line, and where a new one may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from leadkit.documents.returned.cells import Cell, cells_of
from leadkit.documents.returned.escaped import escaped, opened

_LEAD = re.compile(r"(?P<lead>\s*(?:[0-9]+\.\s+|-\s+|##\s+)?(?:\[#[^\]]*\]\s*)?(?:Table: )?)(?P<rest>.*)", re.DOTALL)
_ITEM = re.compile(r"\s*(?:[0-9]+\.|-)\s")
_TAG = re.compile(r"\s*\{%\s*(?P<name>[a-z]+)")
_COLUMN = re.compile(r"(?<!\\)\|")
_STEP = 3


@dataclass(frozen=True, slots=True)
class Origin:
    """A line of source, or a cell of one, that may have printed a line.

    Attributes:
        number: The number of the line, from 0.
        before: What stands before the words in it.
        cells: The words and expressions.
        after: What stands behind them.
    """

    number: int
    before: str
    cells: tuple[Cell, ...]
    after: str = ""

    @property
    def literal(self) -> int:
        """How many letters of it are the clause's own words."""
        return sum(len(cell.printed) for cell in self.cells if not cell.is_field)


def origins(source: list[str], printed: str) -> list[Origin]:
    """Where a line may have been printed, the likeliest first: the more of its words are the clause's own."""
    found = [origin for number, line in enumerate(source) for origin in _origins(number, line, printed)]
    return sorted(found, key=lambda origin: -origin.literal)


def _origins(number: int, line: str, printed: str) -> Iterator[Origin]:
    if _TAG.match(line) or not line.strip():
        return
    if line.lstrip().startswith("|"):
        yield from _columns(number, line, printed)
        return
    found = _LEAD.fullmatch(line)
    if found and (cells := cells_of(found["rest"].rstrip(), printed)):
        yield Origin(number, found["lead"], cells)


def _columns(number: int, line: str, printed: str) -> Iterator[Origin]:
    edges = [found.start() for found in _COLUMN.finditer(line)]
    for start, end in pairwise(edges):
        words = line[start + 1 : end]
        cells = cells_of(words.strip(), printed) if words.strip() else None
        if cells:
            before = len(words) - len(words.lstrip())
            yield Origin(number, line[: start + 1 + before], cells, line[start + 1 + before + len(words.strip()) :])


def places_after(source: list[str], number: int) -> list[int]:
    """Where a line may be put in so that it follows another one: outside every tag first, then nearer to it."""
    places: list[int] = []
    depth = 0
    for index in range(number + 1, len(source)):
        found = _TAG.match(source[index])
        name = found["name"] if found else ""
        if name in ("if", "for"):
            depth += 1
        elif name in ("endif", "endfor"):
            if depth == 0:
                places.append(index + 1)
            depth = max(0, depth - 1)
    return [*reversed(places), number + 1]


def line_after(before: str, words: str, level: int | None) -> list[str]:
    """A paragraph or an item as source, with the empty lines that set it apart from the line before it."""
    if level is None:
        return ["", opened(escaped(words)), ""]
    apart = before.strip() and not _ITEM.match(before) and not _TAG.match(before)
    return [*([""] if apart else []), f"{' ' * (_STEP * level)}1. {opened(escaped(words))}"]


def is_series(source: str) -> bool:
    """Whether an item is one of a series, which ends each with a semicolon and the last with a period."""
    return bool(_ITEM.match(source)) and source.rstrip().endswith((";", "; or"))
