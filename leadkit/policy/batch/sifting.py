"""Files of text in which a line is not like the others: that line is told apart, and the rest can be read.

The database stops at such a line, or would leave it out without a word. So the file is copied line by line, with one
column more that says of a row why it cannot be read. Every line of the file is then a row, or part of one.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from leadkit.policy.batch.columns import MALFORMED
from leadkit.policy.batch.problems import BatchError

_CELL = re.compile(r' *"([^"]*(?:""[^"]*)*)" *(?=,|\Z)|(?! *")([^,\r\n]*)(?=,|\Z)')
_OPEN = re.compile(r' *"[^"]*(?:""[^"]*)*\Z')
_LINE_END = re.compile(r"\r\n?")
_MOST_LINES = 200
"""As many lines as a cell may go on for; a quote that is open for longer is a slip."""


@contextmanager
def opened(file: Path) -> Iterator[tuple[Iterator[str], list[str], int]]:
    """The lines after the heading, the names in it, and how many lines it takes; what is not UTF-8 is kept apart.

    Raises:
        OSError: The file cannot be read.
        ValueError: It has no such heading.
    """
    with file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as lines:
        reader = csv.reader(lines)
        try:
            names = next(reader, [])
        except csv.Error as trouble:
            raise ValueError(str(trouble)) from trouble
        for name in names:
            name.encode()
        yield lines, names, reader.line_num


def sift(file: Path, place: Path, case: str) -> None:
    """Copy a file with a column that says of each row why it cannot be read, and says nothing where it can.

    Args:
        file: The file.
        place: Where the copy is made.
        case: The column that says which rows are one case, where there is such a column.

    Raises:
        BatchError: A line cannot be read, nor can it be told which case is therefore not whole.
    """
    with opened(file) as (lines, names, number), place.open("w", encoding="utf-8", newline="") as copy:
        writer = csv.writer(copy, lineterminator="\n")
        writer.writerow([*names, MALFORMED])
        grouped = names.index(case) == 0 if case in names else None
        writer.writerows(_Sieve(lines, len(names), number, grouped).rows())


class _Sieve:
    """Makes rows of lines.

    Args:
        lines: The lines after the heading.
        width: How many cells a row has.
        number: How many lines came before.
        grouped: Whether the first cell names the case; None where each row is a case of its own.
    """

    def __init__(self, lines: Iterator[str], width: int, number: int, grouped: bool | None) -> None:
        self._lines = lines
        self._ahead: deque[str] = deque()
        self._width = width
        self._number = number
        self._grouped = grouped

    def rows(self) -> Iterator[list[str]]:
        """A row for each record, and for each line that begins none."""
        while self._look(1):
            self._number += 1
            line = self._ahead.popleft()
            if self._width > 1 and not line.strip("\r\n"):
                continue  # an empty line is nothing, unless one blank cell is a whole row
            cells, further = self._record(line)
            wrong = self._wrong(cells, line)
            if wrong or cells is None:
                yield [self._case(line, wrong), *[""] * (self._width - 1), wrong]
                continue
            for _ in range(further):
                self._ahead.popleft()
            self._number += further
            yield [*cells[: self._width], ""]

    def _look(self, count: int) -> bool:
        """Whether there are so many lines more."""
        self._ahead.extend(islice(self._lines, max(count - len(self._ahead), 0)))
        return len(self._ahead) >= count

    def _record(self, line: str) -> tuple[list[str] | None, int]:
        """The cells of the record that begins with a line, if one does, and how many lines more it takes."""
        if '"' not in line:
            return line.rstrip("\r\n").split(","), 0
        cells, is_open = _cells(line)
        further = 0
        while is_open and further < _MOST_LINES and self._look(further + 1):
            line += self._ahead[further]
            further += 1
            if '"' in self._ahead[further - 1]:
                cells, is_open = _cells(line)
        return cells, further

    def _wrong(self, cells: list[str] | None, line: str) -> str:
        """Why there is no row; empty where there is one. Blank cells after the last are nothing."""
        if cells is None:
            return f"Line {self._number} has a quote that does not end, or more after one that ends."
        if len(cells) < self._width or any(cells[self._width :]):
            return f"Line {self._number} has {len(cells)} cells, and the heading has {self._width}."
        if not line.isascii() and not all(map(_is_unicode, cells)):
            return f"Line {self._number} has a letter that is not UTF-8."
        return ""

    def _case(self, line: str, wrong: str) -> str:
        """The case that is not whole; blank where each row is a case of its own."""
        if self._grouped is None:
            return ""
        first = _CELL.match(line) if self._grouped else None
        name = "" if first is None or first.end() == len(line) else _said(first)
        if not name or not _is_unicode(name):
            raise BatchError(f"{wrong} Which case it belongs to cannot be told: mend it, or let the case come first.")
        return name


def _cells(text: str) -> tuple[list[str] | None, bool]:
    """The cells of a record; where it is none, whether more lines could make it one."""
    text = text.rstrip("\r\n")
    cells, at = [], 0
    while found := _CELL.match(text, at):
        cells.append(_said(found))
        if found.end() == len(text):
            return cells, False
        at = found.end() + 1
    return None, _OPEN.match(text, at) is not None


def _said(found: re.Match[str]) -> str:
    quoted, plain = found.groups()
    return plain if quoted is None else _LINE_END.sub("\n", quoted.replace('""', '"'))


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
