"""The same words and numbers in every format: each is read back, and told against the clause tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadkit.documents.tree.document import Document
from tests.gates.words import of_docx, of_html, of_markdown, of_pdf, of_tree


def test_markdown_has_the_words_of_the_tree(memoranda: Path, program: str, tree: Document) -> None:
    assert of_markdown(memoranda / program / "mou.md") == of_tree(tree, named=True)


def test_html_has_the_words_of_the_tree(memoranda: Path, program: str, tree: Document) -> None:
    assert of_html(memoranda / program / "mou.html") == of_tree(tree)


def test_docx_has_the_words_of_the_tree(memoranda: Path, program: str, tree: Document) -> None:
    assert of_docx(memoranda / program / "mou.docx") == of_tree(tree, numbers=False)


@pytest.mark.gate("pdfinfo")
def test_pdf_has_the_words_of_the_tree(written: Path, program: str, tree: Document) -> None:
    assert of_pdf(written / program / "mou.pdf") == of_tree(tree)
