"""The PDF writer: Typst sets the tree; the file is PDF/UA-1 and PDF/A-3a, and looks the same on every machine."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from leadkit.documents.text import NoLetter
from leadkit.documents.tree.document import Layout
from leadkit.documents.write.fonts import own_fonts
from leadkit.documents.write.pdf.attachment import with_source, without_source
from leadkit.documents.write.pdf.content import content

if TYPE_CHECKING:
    from leadkit.documents.tree.document import Document

_STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-3a"]
_NO_LETTER = re.compile(r'the text `(".*")` could not be displayed')

_SIZES = ("10.5", "9.5", "8.5")
"""The sizes of a card's letters in points: the first with which each of its articles is one side, and else the last."""

_COUNT = re.compile(rb"/Type/Pages/Count ([0-9]+)")


def to_pdf(document: Document) -> bytes:
    """Print a document as a PDF: ISO 14289-1 for screen readers and ISO 19005-3 for the archive.

    The same document gives the same bytes: only our own fonts are used, and the dates are the document's.

    Raises:
        NoLetter: The fonts cannot show some of its characters.
    """
    pages = _pages(document)
    return with_source(pages, document.source, document.cover.on) if document.source else pages


def again(document: Document, earlier: bytes) -> bytes:
    """Print a document on the pages of an earlier PDF of it, which has the same words and may carry another program."""
    pages = without_source(earlier)
    return with_source(pages, document.source, document.cover.on) if document.source else pages


def _pages(document: Document) -> bytes:
    """The pages of a document, which carry nothing."""
    words = json.dumps(content(document), ensure_ascii=False)
    missing = ""
    while True:
        try:
            made = _made(words, document)
        except typst.TypstError as error:
            found = _NO_LETTER.search(error.message)
            unseen = _unescaped(found[1]) if found else ""
            if not any(each in words for each in unseen):
                raise
            missing += unseen
            words = words.translate({ord(each): None for each in unseen})
        else:
            if missing:
                raise NoLetter(missing)
            return made


def page_count(pdf: bytes) -> int:
    """How many pages a PDF of ours has: what the root of its page tree counts (ISO 32000-1, 7.7.3)."""
    return max(int(count) for count in _COUNT.findall(pdf))


def _made(words: str, document: Document) -> bytes:
    """The pages; a card is set in the largest letters that its sides have room for, as it is read in a hurry."""
    sizes = _SIZES if document.layout is Layout.CARD else _SIZES[-1:]
    for size in sizes:
        made = _set(words, size)
        if page_count(made) <= len(document.articles):
            break
    return made


def _set(words: str, size: str) -> bytes:
    made, warnings = typst.compile_with_warnings(
        _page(), format="pdf", font_paths=own_fonts(), ignore_system_fonts=True, pdf_standards=_STANDARDS,
        sys_inputs={"content": words, "size": size},
    )  # fmt: skip
    if warnings:
        raise RuntimeError(warnings[0].message)
    return made


@cache
def _page() -> bytes:
    return Path(__file__).with_name("page.typ").read_bytes()


def _unescaped(quoted: str) -> str:
    """The characters that Typst names, some of them by their number in hexadecimal digits."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), quoted[1:-1])
