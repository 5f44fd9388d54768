"""A .csv file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from leadkit.diagnostic import Diagnostic
from leadkit.spreadsheets.codes import OTHER_ENCODING
from leadkit.spreadsheets.columns.heads import is_known
from leadkit.spreadsheets.reading.letters import cleaned, trouble_in
from leadkit.spreadsheets.reading.table import Cell, Row, Table, UnreadableError, place, refuse_too_many

_DELIMITERS = ",;\t|"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 50
_TOO_LONG = "field larger than field limit"
"""How the reader of the standard library says it; it has no kind of error for it."""
_SAVE = "Save the file anew: in the spreadsheet program choose Save as, and there CSV UTF-8."


def read_delimited(name: str, data: bytes) -> Table:
    """Read the rows of a .csv file.

    Raises:
        UnreadableError: It is no text, or a quotation mark is not closed.
    """
    text, found = _decoded(name, data)
    rows: list[Row] = []
    for number, values in enumerate(_records(text, _delimiter(text)), 1):
        cells = (_cell(value, number, column) for column, value in enumerate(values, 1))
        row = Row(number, tuple(cell for cell in cells if cell.text or cell.trouble))
        if row.cells:
            refuse_too_many(row)
            rows.append(row)
    return Table(name, tuple(rows), diagnostics=found)


def _cell(value: str, row: int, column: int) -> Cell:
    text = cleaned(value)
    return Cell(text, row, column, trouble_in(text))


def _decoded(name: str, data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    if data.startswith(_UTF16) or b"\0" in data:
        raise UnreadableError("The file is saved as UTF-16 (“Unicode”), or is no text.", _SAVE)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as trouble:
        row = data[: trouble.start].count(b"\n") + 1
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise UnreadableError("The file is neither UTF-8 nor Windows-1252.", _SAVE, row) from None
    note = OTHER_ENCODING.at(
        place(name, row),
        message="The file is not UTF-8; it was read as Windows-1252.",
        remedy=f"Look at the names with accents, from line {row} on. {_SAVE}",
    )
    return text, (note,)


def _delimiter(text: str) -> str:
    """What stands between the cells: that which makes a head of words that are known, then a table.

    A table has rows as wide as its head. Cells may be full of the other delimiters, and mislead nobody:
    the head has none of those. ``csv.Sniffer`` weighs letters too, and takes an apostrophe for a quotation mark.
    """
    return max(_DELIMITERS, key=lambda delimiter: _fitness(text, delimiter))


def _fitness(text: str, delimiter: str) -> tuple[int, float, int]:
    """How many heads are known, which part of the rows is as wide as the head, and its width; nothing without one."""
    try:
        sample = [row for row, _ in zip(_records(text, delimiter), range(_SAMPLE), strict=False) if row]
    except UnreadableError:
        return (0, 0, 0)
    head = next((row for row in sample if sum(bool(cell.strip()) for cell in row) > 1), None)
    if head is None:
        return (0, 0, 0)
    return sum(map(is_known, head)), sum(len(row) == len(head) for row in sample) / len(sample), len(head)


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as trouble:
            if _TOO_LONG in str(trouble):
                raise UnreadableError(
                    f"Row {number} has a cell of more than {csv.field_size_limit():,} characters.",
                    "Look for a quotation mark that is not closed, or shorten the cell.",
                    number,
                ) from None
            raise UnreadableError(
                f"Row {number} has a quotation mark that is not closed, or text after one that is.",
                "Put the whole cell in quotation marks, and write a quotation mark inside it twice.",
                number,
            ) from None
        yield record
