"""From the name of a file to its table."""

from __future__ import annotations

from pathlib import Path

from leadkit.spreadsheets.reading.delimited import read_delimited
from leadkit.spreadsheets.reading.table import MOST_BYTES, Table, UnreadableError
from leadkit.spreadsheets.reading.workbook import read_workbook

_OTHERS = {
    ".xlsm": "a workbook with macros",
    ".xlsb": "a binary workbook",
    ".xls": "a workbook in Excel's old format",
    ".ods": "a workbook of LibreOffice",
    ".numbers": "a workbook of Numbers",
    ".tsv": "a list with tabs",
    ".txt": "a plain text",
}


def read_file(file: Path, sheet: str = "") -> Table:
    """Read a spreadsheet; what cannot be read is a finding.

    Args:
        file: A .csv file or an .xlsx workbook.
        sheet: The sheet of a workbook; without it, the first that is not hidden.
    """
    name = file.as_posix()
    try:
        kind = _kind(file)
        data = _bytes(file)
        if kind == ".csv" and sheet:
            raise UnreadableError("A .csv file has no sheets.", "Leave out --sheet.")
        table = read_delimited(name, data) if kind == ".csv" else read_workbook(name, data, sheet)
        if not table.rows:
            raise UnreadableError("The sheet says nothing.", "Name the file, or with --sheet the sheet, that has rows.")
    except UnreadableError as trouble:
        return Table(name, diagnostics=(trouble.finding(name),))
    return table


def _kind(file: Path) -> str:
    ending = file.suffix.lower()
    if ending in (".csv", ".xlsx"):
        return ending
    what = _OTHERS.get(ending, f"a file that ends in {ending}" if ending else "a file without an ending")
    raise UnreadableError(
        f"This is {what}; leadkit reads .csv files and .xlsx workbooks.",
        "Open it in the spreadsheet program and save it as an Excel Workbook (.xlsx) or as CSV UTF-8 (.csv).",
    )


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as trouble:
        reason = (trouble.strerror or "unknown reason").rstrip(".")
        raise UnreadableError(f"The file cannot be read: {reason}.", "Check its name and its folder.") from trouble
    if len(data) > MOST_BYTES:
        raise UnreadableError(
            f"The file is larger than {MOST_BYTES // 1_000_000} MB.", "Keep in it what belongs to the program."
        )
    return data
