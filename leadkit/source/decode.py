"""From the bytes of a file to its text."""

from __future__ import annotations

from dataclasses import dataclass

from leadkit.diagnostic import Diagnostic, Span
from leadkit.source.codes_place import BYTE_ORDER_MARK, NOT_UTF8, UTF16
from leadkit.source.text import SourceText

MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file.

    Attributes:
        text: The text without a byte order mark; None where no line of it could even be shown.
        diagnostics: What was found.
        sound: Whether the text is what the planner wrote.
    """

    text: str | None
    diagnostics: tuple[Diagnostic, ...] = ()
    sound: bool = True


def encode(text: str, was: bytes | None) -> bytes:
    """The bytes of a text that takes the place of others, behind a byte order mark where they have one."""
    return (MARK if was is not None and was.startswith(MARK) else b"") + text.encode("utf-8")


def decode(name: str, data: bytes) -> Decoded:
    """Read the bytes as UTF-8; the byte order mark of some Windows programs is noted and taken off."""
    here = Span(name)
    if data.startswith(_UTF16_MARKS):
        finding = UTF16.at(
            here,
            message="This file is saved as UTF-16 (“Unicode”).",
            remedy="Save it as UTF-8: in the editor choose Save as, and there the encoding UTF-8.",
        )
        return Decoded(None, (finding,), sound=False)
    found: tuple[Diagnostic, ...] = ()
    if data.startswith(MARK):
        data = data.removeprefix(MARK)
        note = BYTE_ORDER_MARK.at(
            here,
            message="This file begins with an invisible byte order mark.",
            remedy="Save it as UTF-8 without BOM.",
        )
        found = (note,)
    try:
        return Decoded(data.decode("utf-8"), found)
    except UnicodeDecodeError as trouble:
        finding = _not_utf8(name, data, trouble.start)
        return Decoded(data.decode("utf-8", "replace"), (*found, finding), sound=False)


def _not_utf8(name: str, data: bytes, at: int) -> Diagnostic:
    """Name the line, and the letter that was probably meant there."""
    line, column = SourceText(name, before := data[:at].decode("utf-8")).position(len(before))
    byte = data[at : at + 1]
    guess = byte.decode("cp1252", "ignore")
    meant = f", which in Windows-1252 is “{guess}”" if guess.isprintable() and guess else ""
    return NOT_UTF8.at(
        Span(name, line, column, line, column + 1),
        message=f"Line {line} is not UTF-8 text: it contains the byte {byte.hex().upper()}{meant}.",
        remedy="Save the file as UTF-8: in the editor choose Save as, and there the encoding UTF-8.",
    )
