"""The cover says once what program a document is of, and calls it the program."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import docx
import pytest

from leadkit.documents import to_docx, to_html, to_markdown
from leadkit.documents.tree.blocks import Paragraph
from leadkit.documents.tree.document import Article, ArticleKind, Clause, Cover, Document, Section
from leadkit.documents.tree.inline import Text
from leadkit.documents.tree.numbering import number
from leadkit.documents.write.pdf.content import content

PROGRAM = "Maple County Diversion Program"


def _titled(title: str) -> Document:
    section = Section("s", (), (Paragraph((Text("Words."),)),))
    article = Article("a", "Article", ArticleKind.ARTICLE, (Clause("c", (section,)),))
    cover = Cover(title, (Text(PROGRAM),), (Text("Draft"),), (), date(2026, 3, 1), "")
    return number(Document("d", "public", cover, (article,)))


def _lines(document: Document) -> dict[str, list[str]]:
    """Each line of the text that names the program, by format."""
    word = docx.Document(io.BytesIO(to_docx(document)))
    said = content(document)
    texts = {
        "md": to_markdown(document).splitlines(),
        "html": to_html(document).split("<header>")[1].split("</header>")[0].splitlines(),
        "docx": [each.text for each in word.paragraphs],
        "pdf": [str(said[part]) for part in ("title", "program", "rows")],
    }
    return {name: [line for line in lines if PROGRAM.casefold() in line.casefold()] for name, lines in texts.items()}


@pytest.mark.parametrize("title", [f"Memorandum of Understanding: {PROGRAM}", f"Agreement on the {PROGRAM.upper()}"])
def test_a_program_that_the_title_names_is_not_named_again(title: str) -> None:
    assert {name: len(lines) for name, lines in _lines(_titled(title)).items()} == dict.fromkeys(
        ("md", "html", "docx", "pdf"), 1
    )
    assert to_html(_titled(title)).count(f"<title>{title}</title>") == 1


def test_a_program_that_the_title_does_not_name_is_named_below_it_as_the_program() -> None:
    document = _titled("Memorandum of Understanding")
    found = _lines(document)
    assert found["md"] == [f"- **Program:** {PROGRAM}"]
    assert found["docx"] == [PROGRAM]
    assert [len(lines) for lines in found.values()] == [1, 1, 1, 1]
    assert "Jurisdiction" not in to_markdown(document) + to_html(document)
    empty = replace(document, cover=replace(document.cover, jurisdiction=()))
    assert "Program" not in to_markdown(empty)
