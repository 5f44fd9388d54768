"""The sample document, printed on a letterhead."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from leadkit.documents import to_docx
from tests.documents.letterhead.made import LETTERHEADS


@pytest.fixture
def tree(composed):
    made = composed(from_public_sources=True).document
    assert made is not None
    return made


@pytest.fixture
def printed(tree):
    """The sample document on a letterhead, opened."""

    def run(content: bytes):
        return docx.Document(io.BytesIO(to_docx(replace(tree, letterhead=content))))

    return run


@pytest.fixture(params=LETTERHEADS)
def letterhead(request) -> bytes:
    return LETTERHEADS[request.param]()
