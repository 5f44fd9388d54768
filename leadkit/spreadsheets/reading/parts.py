"""The parts of a workbook, looked through before openpyxl keeps what they hold.

Forty kilobytes can unpack to millions of empty cells, of which openpyxl makes objects a row at a time.
"""

from __future__ import annotations

import io
import zipfile
from xml.parsers import expat

from leadkit.spreadsheets.reading.archive import COPY, SAVE
from leadkit.spreadsheets.reading.table import UnreadableError

WIDEST = 18_278
"""The last column that a cell can name, ZZZ."""
MOST_ELEMENTS, MOST_AT_ONCE, MOST_LINES = 2_000_000, 100_000, 200_000
"""Elements in a part, elements between the ends of two rows, and rows, those without cells included."""
_PIECE = 1 << 16
_ROW, _CELL = "row", "c"
_KEPT_ALONE = frozenset(((_ROW, 3), ("si", 2), ("r", 2), (_CELL, 2)))
"""What is forgotten or small when the next one begins, by name and depth: rows, texts, records, and links."""


def refuse_crowded(data: bytes) -> None:
    """Refuse a workbook that would fill the memory, or in which the rows do not follow each other.

    Raises:
        UnreadableError: It is such a workbook.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            with archive.open(entry) as part:
                look = _Look()
                while piece := part.read(_PIECE):
                    if not look.takes(piece):
                        break


class _Look:
    """A look through one part, of which nothing is kept."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._open: list[str] = []
        self._elements = self._at_once = self._rows = self._cells = self._number = 0

    def takes(self, piece: bytes) -> bool:
        """Go on; False where the part is no XML, as a picture is not."""
        try:
            self._parser.Parse(piece)
        except expat.ExpatError:
            return False  # what of it is XML so far has been counted, and openpyxl's parser ends here as well
        return True

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        self._elements += 1
        self._at_once += 1
        if name == _ROW:
            self._rows += 1
            self._cells = 0
            self._follow(attributes.get("r"))
        elif name == _CELL and self._open[-1:] == [_ROW]:
            self._cells += 1
        self._open.append(name)
        within = self._elements <= MOST_ELEMENTS and self._at_once <= MOST_AT_ONCE
        if not within or self._rows > MOST_LINES or self._cells > WIDEST:
            raise UnreadableError(
                "The workbook has more rows or cells than are read, empty ones included.",
                COPY,
            )

    def _follow(self, number: str | None) -> None:
        """A row that stands before another one of a smaller number would be left out without a word."""
        if self._open != ["worksheet", "sheetData"]:
            return
        before, self._number = self._number, self._number + 1 if number is None else int(float(number))
        if self._number <= before:
            raise UnreadableError("The rows of the workbook are not in their order.", SAVE, max(before, 1))

    def _end(self, tag: str) -> None:
        if (tag.rpartition(" ")[2], len(self._open)) in _KEPT_ALONE:
            self._at_once = 0
        self._open.pop()
