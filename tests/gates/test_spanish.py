"""The same words in every format of a Spanish paper, on each page the mark of a draft, and in each tag its language."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from leadkit.documents import compose_standing, to_docx, to_html, to_markdown, to_pdf
from leadkit.documents.tree.document import Document
from leadkit.documents.words import words_of
from leadkit.model.load import load
from leadkit.resources import programs
from tests.gates.words import of_docx, of_html, of_markdown, of_pdf, of_tree

DRAFT, REVIEWED = "revocation-form", "participant-rights"


@pytest.fixture(scope="module", params=[DRAFT, REVIEWED])
def tree(request: pytest.FixtureRequest) -> Document:
    """A draft translation and a reviewed one."""
    made = compose_standing(load(programs() / "example-county").resolve(), request.param, "es").document
    assert made is not None
    return made


def test_what_is_read_without_a_tool_has_the_words_of_the_tree(tree: Document, tmp_path: Path) -> None:
    for form, made in (("md", to_markdown(tree).encode()), ("html", to_html(tree).encode()), ("docx", to_docx(tree))):
        (tmp_path / f"paper.{form}").write_bytes(made)
    assert of_markdown(tmp_path / "paper.md") == of_tree(tree, named=True)
    assert of_html(tmp_path / "paper.html") == of_tree(tree)
    assert of_docx(tmp_path / "paper.docx").endswith(of_tree(tree, numbers=False).removeprefix(_mark(tree)))


def _mark(tree: Document) -> str:
    """The mark of a draft, which stands in the header of a Word file and not in its text."""
    said = f"{words_of('es').preliminary}{words_of('en').preliminary}" if tree.preliminary else ""
    return "".join(said.split())


@pytest.mark.gate("python:pikepdf")
def test_the_pdf_has_the_words_of_the_tree(tree: Document, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(to_pdf(tree))
    assert of_pdf(tmp_path / "paper.pdf") == of_tree(tree)


@pytest.mark.gate("pdftotext")
def test_each_page_of_the_pdf_has_the_mark_where_it_is_a_draft(tree: Document, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(to_pdf(tree))
    told = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-layout", str(tmp_path / "paper.pdf"), "-"],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    pages = told.stdout.removesuffix("\f").split("\f")
    assert len(pages) > 1
    assert {"TRADUCCIÓN PRELIMINAR" in page for page in pages} == {tree.preliminary}
    assert {"DRAFT TRANSLATION" in page for page in pages} == {tree.preliminary}
    assert all("Página" in page for page in pages)
