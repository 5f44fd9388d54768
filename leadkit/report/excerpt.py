"""The lines around a finding, taken apart where the stretch at fault begins and ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.report.terminal import clean

if TYPE_CHECKING:
    from leadkit.diagnostic import Span
    from leadkit.source import SourceText

_LONGEST = 200
_LEAD = 60
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Row:
    """One line as it may be shown.

    Attributes:
        number: Its number in the file.
        before: What stands before the stretch at fault; all of it in a line without such a stretch.
        marked: The stretch at fault; empty in the lines around it.
        after: What follows it.
    """

    number: int
    before: str
    marked: str = ""
    after: str = ""


def excerpt(text: SourceText, span: Span, around: int) -> list[Row]:
    """The line that a finding points at with up to ``around`` lines before and after it.

    Empty where there is no such line. Of a very long line only the part about the stretch is shown.
    """
    if not text.line(span.line).strip():
        return []
    numbers = range(max(span.line - around, 1), min(span.line + around, len(text.starts)) + 1)
    rows = [_marked(text.line(span.line), span) if number == span.line else _plain(text, number) for number in numbers]
    return _without_blank_ends(rows, span.line)


def _plain(text: SourceText, number: int) -> Row:
    line = text.line(number)
    return Row(number, clean(line[:_LONGEST]) + (_CUT if len(line) > _LONGEST else ""))


def _marked(line: str, span: Span) -> Row:
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    end = max(min(end, len(line)), start)
    from_ = 0 if end <= _LONGEST else max(start - _LEAD, 0)
    to = min(end, start + _LONGEST)
    before = (_CUT if from_ else "") + clean(line[from_:start])
    after = line[to : to + _LEAD] if from_ or end > to else line[to : max(_LONGEST, to)]
    left = _CUT if to + len(after) < len(line) else ""
    return Row(span.line, before, clean(line[start:to]), clean(after) + left)


def _without_blank_ends(rows: list[Row], number: int) -> list[Row]:
    def says(row: Row) -> bool:
        return row.number == number or bool(row.before.strip())

    while not says(rows[0]):
        rows = rows[1:]
    while not says(rows[-1]):
        rows = rows[:-1]
    return rows
