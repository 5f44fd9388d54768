"""The same letterhead and document give the same bytes."""

from __future__ import annotations

from dataclasses import replace

from leadkit.documents import to_docx
from leadkit.documents.write.docx.letterhead import letterhead_base


def test_the_same_bytes_twice(tree, letterhead):
    document = replace(tree, letterhead=letterhead)
    first = to_docx(document)
    letterhead_base.cache_clear()
    assert to_docx(document) == first


# Hostile and broken files.
