"""A line of a clause's source beside what it printed, cut so that words can be changed and values stay.

Every character of the clause's own words is a cell, and so is every ``{{ … }}``; what Markdown sets, such as emphasis,
is a cell that prints nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from leadkit.documents.returned.escaped import escaped
from leadkit.documents.returned.marks import MARK, differences

_EXPRESSION = re.compile(r"\{\{.*?\}\}")
_SIGN = re.compile(r"\\(?P<sign>[!-/:-@\[-`{-~])|(?P<mark>\*+|_(?=\w)|(?<=\w)_(?!\w))")
_OWN_WORDS = re.compile(r"\{\{\s*(?:term|define|ref|article_ref|blank|tick)\(|;")
"""Expressions that print no field of the program."""
_TAIL = re.compile(r"; or$|;$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a line.

    Attributes:
        source: How it is written.
        printed: What it printed; empty for what only sets other words.
        is_field: Whether it is written as an expression.
    """

    source: str
    printed: str
    is_field: bool = False


@dataclass(frozen=True, slots=True)
class Patched:
    """A line with other words.

    Attributes:
        source: How it is written now.
        frozen: What expressions printed that are words now, and follow the program no longer.
    """

    source: str
    frozen: tuple[str, ...] = ()


def cells_of(source: str, printed: str) -> tuple[Cell, ...] | None:
    """The cells of a line of source; None where it cannot have printed that.

    Args:
        source: The line, without what makes it an item or a heading.
        printed: The line as it was printed, with marks for references.
    """
    parts = _parts(source)
    pattern = "".join("(.+?)" if part.is_field else re.escape(key_of(part.printed)) for part in parts)
    found = re.fullmatch(pattern, key_of(printed), re.DOTALL)
    tail = ""
    if found is None and (end := _TAIL.search(source)):
        *parts, tail = [*_parts(source[: end.start()]), source[end.start() :]]
        pattern = "".join("(.+?)" if part.is_field else re.escape(key_of(part.printed)) for part in parts)
        found = re.fullmatch(pattern + r"(?P<tail>; and|; or|;|\.)", key_of(printed), re.DOTALL)
    if found is None:
        return None
    groups = iter(range(1, len(parts) + 1))
    cells: list[Cell] = []
    for part in parts:
        if part.is_field:
            start, end_ = found.span(next(groups))
            cells.append(Cell(part.source, printed[start:end_], is_field=True))
        else:
            cells.append(part)
    if tail:
        cells.append(Cell(tail, printed[found.start("tail") :], is_field=True))
    return tuple(cells)


def key_of(text: str) -> str:
    """A text of the same length in which quotation marks and spaces of one kind are alike."""
    return text.translate(_ALIKE)


_ALIKE = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2011": "-", "\u00a0": " "})


def _parts(source: str) -> list[Cell]:
    cells: list[Cell] = []
    done = 0
    for found in _EXPRESSION.finditer(source):
        cells += _literal(source[done : found.start()])
        cells.append(Cell(found[0], "", is_field=True))
        done = found.end()
    return [*cells, *_literal(source[done:])]


def _literal(text: str) -> Iterable[Cell]:
    done = 0
    for found in _SIGN.finditer(text):
        yield from (Cell(character, character) for character in text[done : found.start()])
        yield Cell(found[0], found["sign"] or "")
        done = found.end()
    yield from (Cell(character, character) for character in text[done:])


def patched(cells: Iterable[Cell], new: str) -> Patched:
    """Put other words into a line; an expression stays wherever its words do.

    Args:
        cells: The line as it was.
        new: The words that it is to print, with marks for references.
    """
    cells = tuple(cells)
    old = "".join(cell.printed for cell in cells)
    edges = _edges(cells)
    changes = _widened(differences(old, new), cells, edges)
    written: list[str] = []
    frozen: list[str] = []
    waiting = list(changes)
    for cell, (start, end) in zip(cells, edges, strict=True):
        while waiting and waiting[0][0] <= start and (waiting[0][0] == waiting[0][1] or waiting[0][0] == start < end):
            change = waiting[0]
            written.append(_words(new[change[2] : change[3]]))
            waiting.pop(0)
        gone = any(a <= start and end <= b and start < end for a, b, _, _ in changes)
        if not gone:
            written.append(cell.source)
        elif cell.is_field and not _OWN_WORDS.match(cell.source):
            frozen.append(cell.printed)
    written += [_words(new[c:d]) for _, _, c, d in waiting]
    return Patched("".join(written), tuple(frozen))


def _words(text: str) -> str:
    """Words as source; a reference that counsel put in by hand stays the number that it shows."""
    return escaped(MARK.sub("", text))


def _edges(cells: tuple[Cell, ...]) -> list[tuple[int, int]]:
    edges: list[tuple[int, int]] = []
    at = 0
    for cell in cells:
        edges.append((at, at + len(cell.printed)))
        at = edges[-1][1]
    return edges


def _widened(
    changes: list[tuple[int, int, int, int]], cells: tuple[Cell, ...], edges: list[tuple[int, int]]
) -> list[tuple[int, int, int, int]]:
    """The same changes, each around whole expressions, and those that meet in one as one."""
    fields = [edge for cell, edge in zip(cells, edges, strict=True) if cell.is_field]
    wide: list[tuple[int, int, int, int]] = []
    for a, b, c, d in changes:
        for start, end in fields:
            if (a < end and start < b) or (a == b and start < a < end):
                a, c = (start, c - (a - start)) if start < a else (a, c)
                b, d = (end, d + (end - b)) if b < end else (b, d)
        if wide and a < wide[-1][1]:
            first = wide.pop()
            a, b, c, d = first[0], max(b, first[1]), first[2], d if b >= first[1] else first[3]
        wide.append((a, b, c, d))
    return wide
