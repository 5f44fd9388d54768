"""What a file is made from, as one digest: a file whose digest and bytes are as they were need not be made again."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.documents.tree.document import Document

_LIBRARIES = ("lxml", "python-docx", "typst")
"""What else has a part in the bytes of a file."""


def made_from(document: Document, form: str) -> str:
    """The SHA-256 of the document as a format prints it, and of the code that prints it; the same on every machine.

    Args:
        document: The composed document.
        form: ``docx``, ``pdf``, ``html`` or ``md``.
    """
    source = document.source if form == "pdf" else ""
    letterhead = hashlib.sha256(document.letterhead).digest() if form == "docx" else b""
    printed = replace(document, source=source, letterhead=letterhead)
    return hashlib.sha256(f"{_code()}\0{form}\0{printed!r}".encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _code() -> str:
    """A digest of the room that prints documents, and the versions of the libraries that it prints with."""
    digest = hashlib.sha256("\0".join(map(version, _LIBRARIES)).encode())
    here = Path(__file__).parent
    for path in sorted(here.rglob("*.py")):
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()
