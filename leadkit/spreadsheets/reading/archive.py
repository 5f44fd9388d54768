"""Opening a workbook: a zip from outside, of which nothing may be believed."""

from __future__ import annotations

from leadkit.source.packed import LARGEST, MOST_PARTS, Fault, UnfitZipError, packed, unpacked
from leadkit.spreadsheets.reading.table import UnreadableError

SAVE = "Open it in the spreadsheet program and save it anew as an Excel Workbook (.xlsx)."
COPY = "Copy the rows into a new workbook that holds nothing else."
_DECLARED = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
"""A declaration could multiply or fetch text, and no spreadsheet program writes one.

It is looked for whatever the part is called: what is read as a sheet is said by another part, not by a name.
"""
_PICTURES = "xl/media/"
"""Where pictures are; a drawing from elsewhere may have a declaration. They are not passed on, under any name."""
_NO_WORKBOOK = "The file is a zip, but no workbook."
_SAYS = {
    Fault.OLD: "The workbook is in Excel's old format (.xls) or protected by a password.",
    Fault.ENCRYPTED: "The workbook is protected by a password.",
    Fault.TWICE: _NO_WORKBOOK,
    Fault.DAMAGED: "The file is no workbook, or it is damaged.",
}


def safe_copy(data: bytes) -> bytes:
    """The same workbook, unpacked within limits and packed again.

    Raises:
        UnreadableError: It is no workbook, too large, damaged, or holds more than values and formulas.
    """
    try:
        parts = unpacked(data)
    except UnfitZipError as unfit:
        raise _unreadable(unfit) from unfit
    names = {name.lower() for name in parts}
    if any(name.endswith("vbaproject.bin") for name in names):
        raise UnreadableError("The workbook holds macros.", SAVE)
    if "[content_types].xml" not in names or "xl/workbook.xml" not in names or len(names) != len(parts):
        raise UnreadableError(_NO_WORKBOOK, SAVE)
    read = {name: part for name, part in parts.items() if not name.lower().startswith(_PICTURES)}
    if any(declared in part for part in read.values() for declared in _DECLARED):
        raise UnreadableError(
            "A part of the workbook declares a type of document (DOCTYPE), which leadkit does not read.", COPY
        )
    return packed(read)


def _unreadable(unfit: UnfitZipError) -> UnreadableError:
    if unfit.fault is not Fault.LARGE:
        return UnreadableError(_SAYS[unfit.fault], SAVE)
    return UnreadableError(
        f"The workbook unpacks to {unfit.amount}; {LARGEST // 1_000_000} MB and {MOST_PARTS} parts are read.", COPY
    )
