"""Text in, the same text out of the HTML that mkdocs makes, and no element that leadkit did not write."""

from __future__ import annotations

import tempfile
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from leadkit.documents.absence import Why
from leadkit.documents.tree.blocks import Block, Box, BoxKind, Item, ItemList, Paragraph, Row, Table
from leadkit.documents.tree.document import Article, ArticleKind, Clause, Cover, Document, Section
from leadkit.documents.tree.inline import Emphasis, Gap, Inlines, Open, Strong, Text, Value
from leadkit.site.built import build_html
from leadkit.site.folder import files_of
from leadkit.site.page import Address, Page
from leadkit.site.shown import Shown
from leadkit.site.write.escape import one_line
from leadkit.site.write.markdown import to_markdown
from tests.sampling import examples

DAY = date(2026, 3, 1)
HOSTILE = [
    "<script>alert(1)</script>", "<!-- ", "-->", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "&#60;b&#62;", "&amp;",
    "{: onclick=alert(1) }", "{#id}", "{ .class }", "a\n{: .x }", "[a](javascript:alert(1))", "![a](x.png)", "[a]: /b",
    "[^1]", "[^1]: note", "[TOC]", "<javascript:alert(1)>", "https://example.org", "www.example.org", "a@example.org",
    "# heading", "heading\n=====", "heading\n---", "---", "***", "___", "- item", "+ item", "* item", "1. item",
    "1986. A year", "12) item", ": definition", ":   definition", "> quoted", "    code", "\tcode", "```\ncode\n```",
    "~~~", "`code`", "``", "*a*", "**a**", "_a_", "__a__", "a*", "*a", "\\", "\\*", "a\\", "|", "a | b", "| a |",
    "--- | ---", "\x02klzzwxh:0000\x03", "\x02wzxhzdk:0\x03", "klzzwxh:0000", "a  \nb", "\u2028", "\u00a0", "\u3000 a",
    "</p><script>", "<div markdown=1>", "*[HTML]: x", "!!! note", "{{ value }}", "{% if %}", "[[a]]", "x" * 300, "$a$",
    "^a^", "==a==", "'", '"', "“", "&", "&;", "&#;", "&#0;", "\ufeff", "é", "日本語", "\U0001f600",
    "end #", "0", "-", "#",
]  # fmt: skip
texts = some.one_of(
    some.sampled_from(HOSTILE),
    some.text(alphabet="<>&*_`[](){}#!|\\-+.:=~^\"'\n\t 1ab/", max_size=14),
    some.text(max_size=8),
    some.lists(some.sampled_from(HOSTILE), min_size=2, max_size=3).map("".join),
)


class Read(HTMLParser):
    """The words of each block, and every element with its attributes."""

    BLOCKS = ("h1", "h2", "h3", "p", "li", "td", "th")

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.elements: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(attrs)))
        if tag in self.BLOCKS:
            self.words.append("")

    def handle_data(self, data: str) -> None:
        if self.words:
            self.words[-1] += data

    def handle_comment(self, data: str) -> None:
        assert data.strip() == "", data

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def _document(blocks: tuple[Block, ...], title: str, heading: Inlines) -> Document:
    section = Section("s", heading, blocks)
    article = Article("a", title, ArticleKind.PLAIN, (Clause("c", (section,)),))
    return Document("p", "public", Cover(title, (), (), (), DAY, ""), (article,))


def _built(document: Document, description: str) -> Read:
    written = to_markdown(document, "p", "{}.svg")
    title = one_line(document.cover.title).strip()
    page = Page(Address("", "en", "index"), title, one_line(description), written.text, "")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in files_of([page], Shown(title, False, "", "", "", False)).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        (root / "theme/main.html").write_text("{{ page.content }}", encoding="utf-8")
        (root / "theme/404.html").write_text("{{ page }}", encoding="utf-8")
        said = build_html(root, DAY)
        assert said == []
        return Read((root / "site/index.html").read_text(encoding="utf-8"))


def _shown(text: str) -> str:
    return one_line(text).strip(" ")


def _blocks(text: str) -> tuple[Block, ...]:
    """A text wherever a page can hold one."""
    value: Inlines = (Value(text, "program.name"),)
    open_ = Open("program.name", Why.UNDECIDED)
    inner = ItemList((Item(value),), bulleted=False)
    return (
        Paragraph(value),
        Paragraph((Text("a "), *value, Text(" b"))),
        Paragraph((Strong(value), Emphasis(value), Text(text, "es"))),
        ItemList((Item(value), Item(value, (inner,))), bulleted=True),
        ItemList((Item(value, (Paragraph(value),)),), bulleted=False),
        Table((value, (Text("b"),)), (Row((value, value)), Row(((Text("b"),), (Text("c"), *value))))),
        Box(BoxKind.COUNSEL, (value,), open_),
    )


def _expected(text: str) -> list[str]:
    own, inside = _shown(text), one_line(text)
    items = [own] * 5
    table = [own, "b", own, own, "b", f"c{inside}"]
    return [own, f"a {inside} b", inside * 3, *items, *table, "Note for counsel", own]


ALLOWED = {
    "h1", "h2", "h3", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "span",
    "blockquote",
}  # fmt: skip
IDS = ["p-part-a", "p-s"]
"""The anchors below the title, whose own is made of its words."""
OWN = {("lang", "es"), ("class", "gap")}


@settings(deadline=None, max_examples=examples(40), suppress_health_check=[HealthCheck.too_slow])
@given(some.lists(texts.filter(lambda text: _shown(text) != ""), min_size=1, max_size=12))
def test_text_comes_out_as_it_went_in(drawn: list[str]) -> None:
    _hold(drawn)


def test_every_hostile_text_comes_out_as_it_went_in() -> None:
    _hold([text for text in HOSTILE if _shown(text)])


def _hold(drawn: list[str]) -> None:
    blocks = tuple(block for text in drawn for block in _blocks(text))
    read = _built(_document(blocks, drawn[0], (Value(drawn[-1], "x"),)), drawn[0])
    words = [_squeezed(each) for each in read.words]
    expected = [_shown(drawn[0]), _shown(drawn[0]), _shown(drawn[-1])]
    for text in drawn:
        expected += _expected(text)
    assert [each for each in words if each] == [_squeezed(each) for each in expected if _squeezed(each)]
    assert [value for _, attributes in read.elements for name, value in attributes if name == "id"][1:] == IDS
    for tag, attributes in read.elements:
        assert tag in ALLOWED, (tag, attributes)
        assert all(name == "id" or (name, value) in OWN for name, value in attributes), (tag, attributes)


def _squeezed(text: str) -> str:
    return " ".join(each for each in text.replace("\n", " ").split(" ") if each)


@pytest.mark.parametrize(
    ("path", "text", "href"),
    [
        ("program.website", "https://example.org/a_b?c=*d*&e", "https://example.org/a_b?c=*d*&e"),
        ("agencies.x.contacts.y.phone", "360-555-0119", "tel:3605550119"),
        ("agencies.x.contacts.y.email", "a_b@example.org", "mailto:a_b@example.org"),
        ("program.website", "javascript:alert(1)", ""),
        ("program.website", "https://a.example/ javascript:x", ""),
        ("program.name", "https://example.org", ""),
        ("agencies.x.contacts.y.phone", "javascript:1234567", ""),
    ],
)
def test_only_an_address_in_the_field_of_an_address_is_a_link(path: str, text: str, href: str) -> None:
    read = _built(_document((Paragraph((Value(text, path),)),), "T", ()), "d")
    links = [dict(attributes)["href"] for tag, attributes in read.elements if tag == "a"]
    assert links == ([href] if href else [])
    assert text in read.words


def test_a_gap_is_marked() -> None:
    open_ = Open("program.name", Why.UNDECIDED)
    read = _built(_document((Paragraph((Gap("program.name", open_),)),), "T", ()), "d")
    assert ("span", (("class", "gap"),)) in read.elements
    assert "[Decision needed]" in read.words


def test_an_article_without_a_heading_of_its_section_is_found_by_the_id_of_the_clause() -> None:
    read = _built(_document((Paragraph((Text("a"),)),), "T", ()), "d")
    assert ("h2", (("id", "p-s"),)) in read.elements
