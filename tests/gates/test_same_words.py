"""The same words and numbers in every format: each is read back, and told against the clause tree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leadkit.documents.tree.document import Document
from tests.gates.words import of_docx, of_html, of_markdown, of_pdf, of_tree
from tests.sampling import takes_long


@takes_long
def test_markdown_has_the_words_of_the_tree(memoranda: Path, program: str, tree: Document) -> None:
    assert of_markdown(memoranda / program / "mou.md") == of_tree(tree, named=True)


@takes_long
def test_html_has_the_words_of_the_tree(memoranda: Path, program: str, tree: Document) -> None:
    assert of_html(memoranda / program / "mou.html") == of_tree(tree)


@takes_long
def test_docx_has_the_words_of_the_tree(memoranda: Path, program: str, tree: Document) -> None:
    assert of_docx(memoranda / program / "mou.docx") == of_tree(tree, numbers=False)


@pytest.mark.gate("python:pikepdf")
def test_every_format_of_every_paper_has_the_words_of_its_tree(
    written: Path, program: str, trees: dict[str, Document]
) -> None:
    wrong: dict[str, list[str]] = {}
    for name, tree in trees.items():
        words = of_tree(tree)
        file = {form: written / program / f"{name}.{form}" for form in ("docx", "html", "md", "pdf")}
        told = {
            "docx": of_docx(file["docx"]) == of_tree(tree, numbers=False),
            "html": of_html(file["html"]) == words,
            "md": of_markdown(file["md"]) == of_tree(tree, named=True),
            "pdf": of_pdf(file["pdf"]) == words,
        }
        if not all(told.values()):
            wrong[name] = [form for form, same in told.items() if not same]
    assert wrong == {}


@takes_long
def test_the_sentence_in_the_readme_is_in_the_agreement(memoranda: Path) -> None:
    (sentence,) = re.findall("reads: “(.*)”", (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8"))
    assert sentence in " ".join((memoranda / "example-county" / "mou.md").read_text(encoding="utf-8").split())
