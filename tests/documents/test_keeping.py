"""What stands together on a page, and how a table shares its width among its columns."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from leadkit.documents import compose, to_docx, to_pdf
from leadkit.documents.tree.blocks import Item, ItemList, Paragraph, Row, Table
from leadkit.documents.tree.document import ArticleKind, Document, Section
from leadkit.documents.tree.inline import Blank, Text
from leadkit.documents.write.columns import TEXT_WIDTH, column_widths
from leadkit.documents.write.together import is_kept_together
from tests.documents.conftest import ON, sample

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def form(tmp_path: Path) -> Callable[[str], Document]:
    """A form of one clause with a body."""

    def run(body: str) -> Document:
        folder = tmp_path / "templates" / "one"
        folder.mkdir(parents=True)
        articles = "articles:\n  one: {title: One, kind: plain, clauses: [one]}\n"
        outline = f"title: Form\nlayout: form\naudience: public\njurisdiction: jurisdiction\n{articles}"
        (folder / "outline.yaml").write_text(outline, encoding="utf-8")
        clause = f"---\nid: one\ntitle: One\nstatus: mandatory\n---\n{body}\n"
        (folder / "01-one.md").write_text(clause, encoding="utf-8")
        made = compose(sample(), "one", ON, templates=tmp_path / "templates")
        assert made.document is not None, made.diagnostics
        return made.document

    return run


def _lines(count: int) -> ItemList:
    return ItemList(tuple(Item((Text(f"Line {index}."),)) for index in range(count)), bulleted=True)


def _table(*rows: tuple[str, ...]) -> Table:
    cells = [Row(tuple((Text(text),) for text in row)) for row in rows]
    return Table(cells[0].cells, tuple(cells[1:]))


def test_a_short_part_of_a_form_is_kept_together() -> None:
    signed = Paragraph((Text("I agree."), Blank("Initials")))
    part = Section("one", (Text("To work together"),), (_lines(5), signed))
    assert is_kept_together(part, ArticleKind.PLAIN)
    assert not is_kept_together(part, ArticleKind.ARTICLE)
    assert not is_kept_together(replace(part, title=()), ArticleKind.PLAIN)
    assert not is_kept_together(replace(part, blocks=(_lines(13),)), ArticleKind.PLAIN)
    assert not is_kept_together(replace(part, blocks=(_table(("a", "b")),)), ArticleKind.PLAIN)


def test_what_stands_below_an_item_counts_too() -> None:
    below = ItemList((Item((Text("Above."),), (_lines(12),)),), bulleted=True)
    assert not is_kept_together(Section("one", (Text("Long"),), (below,)), ArticleKind.PLAIN)


def test_in_word_all_but_the_last_paragraph_of_such_a_part_stay_with_the_next(form: Callable[[str], Document]) -> None:
    made = docx.Document(io.BytesIO(to_docx(form("## Part\n\n- One.\n- Two.\n\nI agree."))))
    kept = {each.text: each._p.find(f"{W}pPr/{W}keepNext") is not None for each in made.paragraphs}
    assert [kept[text] for text in ("Part", "One.", "Two.", "I agree.")] == [True, True, True, False]


@pytest.mark.gate("pdftotext")
def test_such_a_part_goes_to_the_next_page_as_a_whole(form: Callable[[str], Document], tmp_path: Path) -> None:
    (tmp_path / "made.pdf").write_bytes(to_pdf(form("Words.\n\n" * 43 + "## Part\n\n- One.\n- Two.\n\nI agree.")))
    second = ["pdftotext", "-f", "2", "-raw", str(tmp_path / "made.pdf"), "-"]
    told = subprocess.run(second, capture_output=True, check=True, encoding="utf-8").stdout
    assert told.splitlines()[:4] == ["Part", "• One.", "• Two.", "I agree."]


def test_a_column_of_long_texts_is_wide_and_a_single_long_text_squeezes_nobody() -> None:
    many = _table(("What", "How"), *[("that a person was referred, and when " * 4, "in full")] * 4)
    what, how = column_widths(many, TEXT_WIDTH)
    assert what > 5 * how
    one = _table(("What", "How"), ("long " * 40, "in full, to view"), *[("short words here", "in full, to view")] * 9)
    what, how = column_widths(one, TEXT_WIDTH)
    assert what < 4 * how


def test_no_column_is_narrower_than_its_longest_word() -> None:
    table = _table(("No.", "Purpose"), ("re-identification", "long words " * 30))
    first, second = column_widths(table, TEXT_WIDTH)
    assert (first, first + second) == (17 * 105 + 260, TEXT_WIDTH)
    assert sum(column_widths(_table(("a" * 200, "b" * 200, "c")), TEXT_WIDTH)) == TEXT_WIDTH


def test_a_short_heading_of_capitals_and_wide_letters_is_not_broken() -> None:
    """Liberation Serif sets "known" in bold letters of 9.5 points in 28 points, and RCW in plain ones in 21."""
    long = "what stays on the record of the person " * 4
    known, no, _ = column_widths(_table(("Not known", "No", "What"), ("", "RCW", long)), TEXT_WIDTH)
    beside = 200
    assert known - beside >= 28 * 20
    assert no - beside >= 21 * 20
