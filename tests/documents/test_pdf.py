"""The PDF: no word is code, a draft carries its public source, an adopted text carries none."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from leadkit.documents import build, to_pdf
from leadkit.documents.text import printable
from leadkit.documents.tree.blocks import Box, BoxKind, Item, ItemList, Paragraph, Row, Signature, SignatureLine, Table
from leadkit.documents.tree.document import Article, ArticleKind, Clause, Cover, Document, Section
from leadkit.documents.tree.inline import Text, Value
from leadkit.documents.tree.numbering import number
from tests.sampling import examples

ON = date(2026, 3, 1)
HOSTILE = (
    "#panic() $x$ #include \"/etc/passwd\" @ref <label> *b* _i_ `raw` \\ // c /* d */ = h - l + n [x] {y} ~ ' \" ''"
)


@pytest.mark.gate("pdftotext")
def test_typst_markup_is_text(tmp_path):
    words = text_of(to_pdf(everywhere(HOSTILE)), tmp_path)
    assert words.count(squeezed(HOSTILE)) >= 8


LETTERS = st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=("Cc", "Cf"))


@pytest.mark.gate("pdftotext")
@given(text=st.text(LETTERS, min_size=1).map(printable).filter(str.strip))
@example(text="office fluffier, ĳ ŀ ſt \u2060")
@settings(max_examples=examples(40))
def test_any_text_reads_back_as_it_is(tmp_path_factory, text):
    words = text_of(to_pdf(everywhere(text)), tmp_path_factory.mktemp("read"))
    assert words.count(squeezed(text)) >= 8


@pytest.mark.gate("pdfdetach")
def test_a_draft_carries_its_source_and_an_adopted_text_none(program, templates, tmp_path):
    for status, told in (("draft", "1 embedded files"), ("adopted", "0 embedded files")):
        out = tmp_path / status
        build(program(agreement={"status": status}), "mou", ON, ["pdf"], out, templates=templates, source="a: b\n")
        listed = subprocess.run(["pdfdetach", "-list", str(out / "mou.pdf")], capture_output=True, text=True)
        assert told in listed.stdout


def test_a_name_of_ten_thousand_letters_is_set():
    assert to_pdf(everywhere("Sampleton" * 1200))


def everywhere(text: str) -> Document:
    """A document with the text in each place that can hold words."""
    value = (Value(text, "a.b"),)
    blocks = (
        Paragraph(value),
        ItemList((Item(value, (Paragraph(value),), id="one"), Item(value))),
        ItemList((Item(value),), bulleted=True),
        Table((value, value), (Row((value, value)),), value),
        Box(BoxKind.DECISION_NEEDED, (value,)),
        Signature(value, value, (SignatureLine(text, value), SignatureLine("Date"))),
    )
    article = Article("a", text, ArticleKind.ARTICLE, (Clause("c", (Section("s", value, blocks),)),))
    cover = Cover(text, value, (Text("Draft"),), (), ON, text)
    return replace(number(Document("d", "public", cover, (article,))), source=text)


def text_of(pdf: bytes, folder: Path) -> str:
    (folder / "made.pdf").write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-raw", str(folder / "made.pdf"), "-"], capture_output=True, check=True)
    return squeezed(told.stdout.decode("utf-8"))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
