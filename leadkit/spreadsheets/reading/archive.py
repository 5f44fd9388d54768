"""Opening a workbook: a zip from outside, of which nothing may be believed."""

from __future__ import annotations

import io
import zipfile
import zlib

from leadkit.spreadsheets.reading.table import UnreadableError

LARGEST, MOST_PARTS = 50 * 1000 * 1000, 500
SAVE = "Open it in the spreadsheet program and save it anew as an Excel Workbook (.xlsx)."
DAMAGE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARED = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def refuse_unsafe(data: bytes) -> None:
    """Refuse what is no workbook, or one that holds more than values and formulas.

    Raises:
        UnreadableError: It is no workbook, too large, damaged, or has macros.
    """
    if data.startswith(_OLD):
        raise UnreadableError("The workbook is in Excel's old format (.xls) or protected by a password.", SAVE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse_size(entries)
            names = {entry.filename.lower() for entry in entries}
            if any(name.endswith("vbaproject.bin") for name in names):
                raise UnreadableError("The workbook holds macros.", SAVE)
            if "[content_types].xml" not in names or "xl/workbook.xml" not in names or len(names) != len(entries):
                raise UnreadableError("The file is a zip, but no workbook.", SAVE)
            for entry in entries:
                _refuse_declarations(entry.filename, archive.read(entry))
    except DAMAGE as trouble:
        raise UnreadableError("The file is no workbook, or it is damaged.", SAVE) from trouble


def _refuse_size(entries: list[zipfile.ZipInfo]) -> None:
    """Count before unpacking: a reader never gets more out of an entry than the size that it declares."""
    size = sum(entry.file_size for entry in entries)
    if len(entries) <= MOST_PARTS and size <= LARGEST:
        return
    amount = f"{len(entries)} parts" if len(entries) > MOST_PARTS else f"{size / 1_000_000:.0f} MB"
    raise UnreadableError(
        f"The workbook unpacks to {amount}; {LARGEST // 1_000_000} MB and {MOST_PARTS} parts are read.",
        "Copy the rows into a new workbook that holds nothing else.",
    )


def _refuse_declarations(name: str, part: bytes) -> None:
    """No spreadsheet program writes a declaration of a document's type; it could multiply or fetch text."""
    if name.lower().endswith((".xml", ".rels")) and any(declared in part for declared in _DECLARED):
        raise UnreadableError("A part of the workbook cannot be read.", SAVE)
