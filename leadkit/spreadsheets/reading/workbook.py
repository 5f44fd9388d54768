"""An .xlsx workbook."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import repeat
from operator import is_
from typing import TYPE_CHECKING, Any

from leadkit.source.packed import DAMAGE
from leadkit.spreadsheets.reading.archive import SAVE, safe_copy
from leadkit.spreadsheets.reading.hidden import Hidden
from leadkit.spreadsheets.reading.letters import cleaned, trouble_in, unescaped
from leadkit.spreadsheets.reading.parts import WIDEST, refuse_crowded
from leadkit.spreadsheets.reading.table import (
    MOST_COLUMNS,
    Cell,
    Row,
    Table,
    UnreadableError,
    refuse_too_many,
    rows_left_out,
    shortened,
)

if TYPE_CHECKING:
    from openpyxl import Workbook

_LAST = 1_048_576
"""The last row that a sheet can have; rows of empty cells may reach it."""
_FORMULA, _ERROR = "f", "e"
_DAMAGED = (*DAMAGE, KeyError, IndexError, TypeError, AttributeError, SyntaxError, OverflowError)
"""What openpyxl raises where a part is not as it should be; a parser's error is a SyntaxError."""


def read_workbook(name: str, data: bytes, sheet: str = "") -> Table:
    """Read the rows of one sheet: the one named, or the first that is not hidden.

    Formulas are not computed, links are not followed, and nothing in the file is run.

    Raises:
        UnreadableError: It is no workbook that can be read, or has no such sheet.
    """
    safe = safe_copy(data)
    try:
        refuse_crowded(safe)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what else is in the file, which is not read
            return _read(name, safe, sheet)
    except _DAMAGED as trouble:
        raise UnreadableError("The workbook is damaged.", SAVE) from trouble


def _read(name: str, data: bytes, sheet: str) -> Table:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    try:
        shown = [each.title for each in book.worksheets if each.sheet_state == "visible"]
        chosen = _chosen(book, shown, sheet)
        hidden = _hidden(book, chosen)
        rows = list(_rows(book, chosen))
        seen = tuple(row for row in rows if row.number not in hidden.rows)
        left_out = [row.number for row in rows if row.number in hidden.rows]
        full = {cell.column for row in seen for cell in row.cells}
        return Table(
            name,
            seen,
            chosen,
            tuple(title for title in shown if title != chosen),
            tuple(sorted(full & hidden.columns)),
            (rows_left_out(name, left_out),) if left_out else (),
        )
    finally:
        book.close()


def _chosen(book: Workbook, shown: list[str], sheet: str) -> str:
    titles = {each.title for each in book.worksheets}
    if sheet and sheet not in titles:
        named = ", ".join(sorted(titles))
        raise UnreadableError(f"The workbook has no sheet “{shortened(sheet)}”.", f"Its sheets are {named}.")
    if not sheet and not shown:
        raise UnreadableError("The workbook has no sheet with cells.", "Name one that is hidden with --sheet.")
    return sheet or shown[0]


def _hidden(book: Workbook, sheet: str) -> Hidden:
    worksheet: Any = book[sheet]
    with worksheet._get_source() as part:  # by which openpyxl itself reads the sheet
        return Hidden(part)


def _rows(book: Workbook, sheet: str) -> Iterator[Row]:
    worksheet: Any = book[sheet]
    worksheet.reset_dimensions()  # what the file says of its own size need not be so
    blank: Any = None
    for number, values in enumerate(worksheet.iter_rows(max_col=WIDEST), 1):
        if values is blank and number <= _LAST:
            continue  # openpyxl has one object for all rows that are not in the file
        row = _row(number, values)
        if row.cells or number > _LAST:
            refuse_too_many(row)
            yield row
        else:
            blank = values


def _row(number: int, values: Sequence[Any]) -> Row:
    from openpyxl.cell.read_only import EMPTY_CELL

    if all(map(is_, values[MOST_COLUMNS:], repeat(EMPTY_CELL))):  # nearly always, and told at once
        values = values[:MOST_COLUMNS]
    cells = [_cell(each, number, column) for column, each in enumerate(values, 1) if each.value is not None]
    return Row(number, tuple(cell for cell in cells if cell.text or cell.trouble))


def _cell(cell: Any, row: int, column: int) -> Cell:
    value = cell.value
    if cell.data_type == _FORMULA:
        return Cell("", row, column, "holds a formula, and leadkit computes none.")
    if cell.data_type == _ERROR:
        return Cell("", row, column, f"holds the error {value}.")
    text = cleaned(unescaped(value) if isinstance(value, str) else _text(value, cell.number_format or ""))
    return Cell(text, row, column, trouble_in(text))


def _text(value: Any, form: str) -> str:
    """A value as a reader of the sheet sees it, as far as that can be told."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        whole = value.time() == time()
        return value.date().isoformat() if whole else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    # a ZIP code is often a number that is shown with zeros in front
    return str(value).zfill(len(form)) if isinstance(value, int) and set(form) == {"0"} else str(value)
