"""The HTML: one page that asks for nothing, and in which no word of a program is markup."""

from __future__ import annotations

import itertools
from datetime import date

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadkit.documents import to_html
from leadkit.documents.text import printable
from leadkit.documents.tree.blocks import Box, BoxKind, Item, ItemList, Paragraph, Row, Signature, SignatureLine, Table
from leadkit.documents.tree.document import Article, ArticleKind, Clause, Cover, Document, Section
from leadkit.documents.tree.inline import Text, Value
from leadkit.documents.tree.numbering import number
from tests.sampling import examples

HOSTILE = "<script>alert(1)</script> & \" ' --> ]]> </style><style> {{ 7*7 }} &lt; javascript:alert(1)"


@pytest.fixture
def page(composed):
    return lxml.html.document_fromstring(to_html(composed(from_public_sources=True).document))


def test_the_page_has_a_language_a_title_and_one_main(page):
    assert page.get("lang") == "en-US"
    assert page.findtext(".//title") == "Memorandum of Understanding: Example County"
    assert len(page.findall(".//main")) == len(page.findall(".//h1")) == 1


def test_headings_skip_no_level(page):
    levels = [int(each.tag[1]) for each in page.iter("h1", "h2", "h3", "h4")]
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


def test_references_and_contents_lead_to_their_place(page):
    ids = [each.get("id") for each in page.xpath("//*[@id]")]
    assert len(set(ids)) == len(ids)
    links = [each.get("href") for each in page.iter("a")]
    assert links and {link[1:] for link in links} <= set(ids)


def test_numbers_are_words_of_the_text(page):
    assert "3.1(a)(ii)" in page.text_content()
    assert [each.text for each in page.xpath("//main//li/span[@class='number']")][:3] == ["A.", "B.", "(a)"]


def test_the_page_asks_for_nothing(composed):
    written = to_html(composed().document)
    assert "http" not in written.replace("http-equiv", "")
    assert "<script" not in written and "url(" not in written


def test_hostile_text_is_text():
    page = lxml.html.document_fromstring(to_html(everywhere(HOSTILE)))
    assert not page.findall(".//script") and len(page.findall(".//style")) == 1
    assert page.text_content().count(HOSTILE) >= 8


@given(st.text(min_size=1).map(printable).filter(str.strip))
@settings(max_examples=examples(60))
def test_any_text_reads_back_as_it_is(text):
    page = lxml.html.document_fromstring(to_html(everywhere(text)).encode("utf-8"))
    assert page.findtext(".//td") == text
    assert page.find(".//main//p").text == text


def everywhere(text: str) -> Document:
    """A document with the text in each place that can hold words."""
    value = (Value(text, "a.b"),)
    blocks = (
        Paragraph(value),
        ItemList((Item(value, (Paragraph(value),), id="one"), Item(value))),
        Table((value, value), (Row((value, value)),), value),
        Box(BoxKind.DECISION_NEEDED, (value,)),
        Signature(value, value, (SignatureLine(text, value), SignatureLine("Date"))),
    )
    article = Article("a", text, ArticleKind.ARTICLE, (Clause("c", (Section("s", value, blocks),)),))
    cover = Cover(text, value, (Text("Draft"),), (), date(2026, 3, 1), text)
    return number(Document("d", "public", cover, (article,)))
