"""What a file is made from, as one digest: a file whose digest and bytes are as they were need not be made again."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadkit.documents.tree.document import Document

_LIBRARIES = ("lxml", "python-docx", "typst")
"""What else has a part in the bytes of a file."""

_PRINTS = (".py", ".typ", ".css")
"""How the files of the room end that have a part in how a page looks."""


def made_from(document: Document, forms: Iterable[str]) -> dict[str, str]:
    """For each format, the SHA-256 of what it prints and of the code that prints it; the same on every machine.

    That of a PDF has two parts: of its pages, and of what they carry.

    Args:
        document: The composed document.
        forms: Some of ``docx``, ``pdf``, ``html`` and ``md``.
    """
    text = hashlib.sha256(_code().encode())
    text.update(repr(replace(document, source="", letterhead=b"")).encode("utf-8", "surrogatepass"))
    made: dict[str, str] = {}
    for form in forms:
        digest = text.copy()
        digest.update(form.encode())
        digest.update(document.letterhead if form == "docx" else b"")
        made[form] = digest.hexdigest()
        if form == "pdf":
            carried = document.source.encode("utf-8", "surrogatepass")
            made[form] += f".{hashlib.sha256(carried).hexdigest()}"
    return made


def same_pages(one: str, other: str) -> bool:
    """Whether two PDFs have the same pages, whatever they carry, by the digests of what they are made from."""
    return bool(one) and one.partition(".")[0] == other.partition(".")[0]


@cache
def _code() -> str:
    """A digest of the room that prints documents, and the versions of the libraries that it prints with."""
    digest = hashlib.sha256("\0".join(map(version, _LIBRARIES)).encode())
    here = Path(__file__).parent
    for path in sorted(each for each in here.rglob("*") if each.suffix in _PRINTS):
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()
