"""The redline as a Word file with tracked changes: all accepted, it is the new text; all rejected, the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.documents.compare.merging import merged
from leadkit.documents.redline.comments import comment
from leadkit.documents.redline.edges import keep_apart
from leadkit.documents.redline.front import merged_front
from leadkit.documents.text import printable
from leadkit.documents.write.docx import opened, pictures_of, put, saved, text_width
from leadkit.documents.write.docx.body import BodyWriter
from leadkit.documents.write.docx.numbering import Numbering
from leadkit.documents.write.docx.revisions import sign
from leadkit.documents.write.docx.xml import Element, W, paragraph

if TYPE_CHECKING:
    from docx.document import Document as Package

    from leadkit.documents.compare.comparison import Comparison
    from leadkit.documents.tree.document import Document

AUTHOR = "leadkit"


def to_redline(comparison: Comparison, author: str = AUTHOR) -> bytes:
    """Print what differs between two versions; page, styles, head and foot are the new version's.

    The changes are dated with the new version's day. The file has no record of its clauses: it is not the agreement.

    Raises:
        UnfitFile: The letterhead that it is to be printed on cannot be used.
    """
    both = merged(comparison.old, comparison.new)
    package = opened(both)
    text = _text(package, comparison, both)
    author, when = printable(author) or AUTHOR, f"{comparison.new.cover.on.isoformat()}T00:00:00Z"
    keep_apart(text)
    comment(package, text, comparison, author, when)
    sign(text, author, when)
    put(package, text)
    return saved(package)


def _text(package: Package, comparison: Comparison, both: Document) -> list[Element]:
    numbering, width = Numbering(package.part.numbering_part.element, both.language), text_width(package)
    pictures = pictures_of(package)
    old, new = (BodyWriter(each, numbering, width, pictures) for each in (comparison.old, comparison.new))
    text = [*merged_front(old.front(), new.front())]
    text += [each for article in BodyWriter(both, numbering, width, pictures).articles() for each in article]
    return [*text, *_last(text)]


def _last(text: list[Element]) -> list[Element]:
    """An empty paragraph after one that comes or goes: nothing can stand in for the last paragraph of a file."""
    marked = text and text[-1].find(f"{{{W}}}pPr/{{{W}}}rPr") is not None
    return [paragraph("AfterTable")] if marked else []
