"""What somebody sees who opens the pages: nothing is squeezed, torn from what it belongs to, or too small."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from leadkit.documents import to_pdf
from leadkit.documents.tree.blocks import Block, Paragraph, Row, Table
from leadkit.documents.tree.document import Document, Layout
from leadkit.documents.tree.inline import Blank, Text, Tick
from leadkit.documents.write.columns import TEXT_WIDTH, column_widths, low_cells
from leadkit.documents.write.html.inlines import inlines
from leadkit.documents.write.pdf import page_count
from leadkit.documents.write.together import ticked
from tests.documents.test_pdf import everywhere

ADDRESS = "https://leadbureau.org/toolkit/deeper-dives/leads-information-sharing-golden-rule/"
WORDS, LINE, LONG = (Text("Law"),), (Blank("Initials"),), (Text("in force, " * 9),)


def test_an_address_leaves_room_for_the_words_beside_it() -> None:
    said = ("A Project Manager in Nobody’s Service", "Toolkit, chapter 5: Roles and Responsibilities", ADDRESS)
    table = Table((WORDS, WORDS, WORDS), (Row(tuple((Text(each),) for each in said)),))
    assert min(column_widths(table, TEXT_WIDTH)) > TEXT_WIDTH // 5


def test_the_rows_of_a_table_that_is_filled_in_begin_alike() -> None:
    short, tall = Row((WORDS, WORDS, LINE)), Row((WORDS, LONG, LINE))
    assert low_cells((short, short)) == [(True, True, True)] * 2
    assert low_cells((short, tall)) == [(False, False, True)] * 2
    assert low_cells((Row((LONG, LINE)),)) == [(True, True)]
    assert low_cells((Row((WORDS, LONG, WORDS)),)) == [(False, False, False)]


def test_a_box_to_tick_stays_with_its_words() -> None:
    sentence = (Text("Kind: "), Tick(), Text(" health "), Tick(), Text(" other"))
    assert [each.text for each in ticked(sentence) if isinstance(each, Text)] == ["Kind: ", "\xa0health ", "\xa0other"]
    assert "</span></span>\xa0health " in inlines(sentence)


@pytest.mark.gate("pdftotext")
@pytest.mark.parametrize("lines", range(34, 52))
def test_words_before_a_table_stay_on_its_page_and_a_small_form_on_one(lines: int, tmp_path: Path) -> None:
    filled = tuple(Row(((Text(f"row {index}"),), LINE)) for index in range(4))
    above = [Paragraph((Text(f"line {index}"),)) for index in range(lines)]
    document = _of(*above, Paragraph((Text("It leads"),)), Table((WORDS, WORDS), filled))
    pages = [page for page in _pages(document, tmp_path) if "It leads" in page or "row" in page]
    assert len(pages) == 1
    assert "It leads" in pages[0] and all(f"row {index}" in pages[0] for index in range(4))


@pytest.mark.gate("pdftotext")
def test_a_card_is_set_as_large_as_its_sheet_allows(tmp_path: Path) -> None:
    def height(paragraphs: int) -> float:
        words = Paragraph((Text("Call the case manager before you book anybody. " * 4),))
        file = tmp_path / "card.pdf"
        file.write_bytes(to_pdf(replace(_of(*[words] * paragraphs), layout=Layout.CARD)))
        assert page_count(file.read_bytes()) == 1
        told = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True)
        found = re.search(r'yMin="([0-9.]+)" xMax="[0-9.]+" yMax="([0-9.]+)">Call<', told.stdout.decode("utf-8"))
        assert found
        return float(found[2]) - float(found[1])

    assert height(4) > 1.15 * height(32)


def _of(*blocks: Block) -> Document:
    document = everywhere("Words")
    (article,) = document.articles
    (clause,) = article.clauses
    (section,) = clause.sections
    return replace(
        document, articles=(replace(article, clauses=(replace(clause, sections=(replace(section, blocks=blocks),)),)),)
    )


def _pages(document: Document, folder: Path) -> list[str]:
    (folder / "made.pdf").write_bytes(to_pdf(document))
    told = subprocess.run(["pdftotext", "-layout", str(folder / "made.pdf"), "-"], capture_output=True, check=True)
    return told.stdout.decode("utf-8").split("\f")
