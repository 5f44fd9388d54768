"""The table of changes on one page: as many rows as there is room for."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from leadkit.documents.redline.memo import memo, row_count
from leadkit.documents.text import NoLetter

if TYPE_CHECKING:
    from leadkit.documents.compare.comparison import Comparison
    from leadkit.documents.tree.document import Document

_UNMEASURED = 8
"""How many rows are shown where the page cannot be set, because our fonts lack a letter of it."""


def on_one_page(comparison: Comparison) -> Document:
    """The table of changes with the rows that one page has room for; its last line counts the others."""
    whole, count = memo(comparison), row_count(comparison)
    try:
        if _is_one_page(whole):
            return whole
        tried = range(1, count)
        fits = bisect_left(tried, True, key=lambda most: not _is_one_page(memo(comparison, most)))
    except NoLetter:
        return memo(comparison, _UNMEASURED)
    return memo(comparison, max(1, fits))


def _is_one_page(document: Document) -> bool:
    from leadkit.documents.write.pdf import page_count, to_pdf

    return page_count(to_pdf(document)) == 1
