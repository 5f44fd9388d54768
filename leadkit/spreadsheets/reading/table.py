"""A sheet as text: rows of cells that know where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leadkit.diagnostic import Code, Diagnostic, Span
from leadkit.spreadsheets.codes import HIDDEN, UNREADABLE_FILE

MOST_ROWS, MOST_COLUMNS, MOST_BYTES = 5_000, 100, 5 * 1000 * 1000
"""What is read at most; a list of partners kept by hand is far smaller."""

SHOWN = 60
_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        text: What it says, without spaces around it; empty where it says nothing.
        row: Its row, from 1, as a spreadsheet program counts.
        column: Its column, from 1.
        trouble: Why it cannot be read, as the end of a sentence; empty where it can.
    """

    text: str
    row: int
    column: int
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row, with those of its cells that say something."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What was read of a file.

    Attributes:
        name: The file as named.
        rows: The rows that say something, the head included.
        sheet: The sheet that was read; empty for a file without sheets.
        others: The other sheets.
        hidden: The columns that are hidden and say something; rows that are hidden are not read.
        diagnostics: What was found on the way; an error among it means that there are no rows.
    """

    name: str
    rows: tuple[Row, ...] = ()
    sheet: str = ""
    others: tuple[str, ...] = ()
    hidden: tuple[int, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class UnreadableError(Exception):
    """A file cannot be read as a whole.

    Attributes:
        message: What is wrong.
        remedy: What to do.
        row: Where it was noticed.
    """

    def __init__(self, message: str, remedy: str, row: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.row = row

    def finding(self, name: str) -> Diagnostic:
        """The finding about it."""
        return UNREADABLE_FILE.at(place(name, self.row), message=self.message, remedy=self.remedy)


def place(name: str, row: int, column: int = 1) -> Span:
    """A cell as a place in a file: its row as the line, its column as the column."""
    return Span(name, row, column, row, column + 1)


def about(code: Code, name: str, cell: Cell, message: str, remedy: str) -> Diagnostic:
    """A finding about one cell."""
    where = f"{letters(cell.column)}{cell.row}"
    return code.at(place(name, cell.row, cell.column), message=f"Cell {where} {message}", remedy=remedy)


def letters(column: int) -> str:
    """A column as a spreadsheet program names it: A to Z, then AA."""
    named = ""
    while column:
        column, rest = divmod(column - 1, 26)
        named = chr(ord("A") + rest) + named
    return named


def rows_left_out(name: str, numbers: Sequence[int]) -> Diagnostic:
    """The finding about rows that are hidden."""
    return HIDDEN.at(
        place(name, numbers[0]),
        message=f"Hidden in the sheet, and left out: {several('row', map(str, numbers))}.",
        remedy="To read them, show the rows in the spreadsheet program, take filters off, and save the file.",
    )


def several(noun: str, words: Iterable[str]) -> str:
    """All of what is meant, after its noun; a long list ends in a count of the rest."""
    names = list(words)
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return f"{noun}{'s' if len(names) > 1 else ''} {', '.join(names[:_MOST_NAMED])}{more}"


def shortened(text: str) -> str:
    """A cell's text as a sentence can repeat it."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


def refuse_too_many(row: Row) -> None:
    """Refuse a row of a sheet that is no list kept by hand.

    Raises:
        UnreadableError: It stands below or right of what is read.
    """
    if row.number > MOST_ROWS or row.cells[-1].column > MOST_COLUMNS:
        amount = f"{MOST_ROWS:,} rows" if row.number > MOST_ROWS else f"{MOST_COLUMNS} columns"
        raise UnreadableError(
            f"The sheet has more than {amount}.", "Keep in the file what belongs to the program.", row.number
        )
