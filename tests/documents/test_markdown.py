"""The Markdown reads back, by a CommonMark reader, as the words of the tree."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from leadkit.documents import to_markdown
from leadkit.documents.text import printable
from leadkit.documents.tree.blocks import (
    Box,
    BoxKind,
    Item,
    ItemList,
    Paragraph,
    Row,
    Signature,
    SignatureLine,
    Table,
)
from leadkit.documents.tree.document import Article, ArticleKind, Clause, Cover, Document, Section
from leadkit.documents.tree.inline import Emphasis, Strong, Text, Value
from leadkit.documents.tree.numbering import number
from leadkit.documents.tree.plain import inline_text

GOLDEN = Path(__file__).parent / "goldens" / "mou.md"
HOSTILE = [
    "<script>alert(1)</script>", "{{ 7*7 }}", "{% include '/etc/passwd' %}", "a | b", "# heading", "* bullet",
    "1. one", "- x", "> quote", "[link](http://x)", "![i](x)", "`code`", "~~gone~~", "&amp; &lt;",
    "a_b_c _x_", "**bold**", "\\", "===", "---", "| --- |", "line\nline", "\ttab", "http://example.org",
    "<a@b.c>", "+ plus", "12) twelve", "\u00a0nbsp\u00a0", "&#42;", "```", "~~~", "___", "$x$",
    "^[note]", "a #", "# a ##", "a\\", "[^1]: note", ":::",
]  # fmt: skip
MARKUP = {
    "link", "image", "html_inline", "html_block", "code_inline", "fence", "code_block", "hr", "s",
    "hardbreak",
}  # fmt: skip
SAFE_TEXT = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60)).map(printable).filter(bool)


def read_back(markdown: str) -> list[str]:
    """The words of every inline of a document, in order, and no node that a value could have made."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tree = SyntaxTreeNode(parser.parse(markdown))
    found = []
    for node in tree.walk():
        assert node.type not in MARKUP, node.type
        if node.type == "inline":
            found.append("".join(each.content for each in node.walk() if each.type in {"text", "text_special"}))
    return found


def document_of(*blocks, title):
    section = Section("s", title, blocks)
    article = Article("a", "Article", ArticleKind.ARTICLE, (Clause("c", (section,)),))
    cover = Cover("Cover", (Text("Place"),), (Text("Draft"),), (), date(2026, 3, 1), "")
    return number(Document("d", "public", cover, (article,)))


def test_golden(composed):
    assert to_markdown(composed(from_public_sources=True).document) == GOLDEN.read_text(encoding="utf-8")


@given(text=SAFE_TEXT, other=SAFE_TEXT)
def test_any_text_in_any_place_reads_back_literally(text, other):
    value, second = Value(text, "x"), Value(other, "y")
    blocks = (
        Paragraph((value,)),
        Paragraph((value, Text(" and "), second, Text("."))),
        ItemList((Item((value,), (ItemList((Item((second,)),)),)), Item((second,), (Paragraph((value,)),)))),
        Table(((Text("A"),), (value,)), (Row(((second,), (value,))),)),
        Box(BoxKind.DECISION_NEEDED, ((value,), (second,))),
        Signature((value,), (second,), (SignatureLine("By"), SignatureLine("Name", (value,)))),
    )
    markdown = to_markdown(document_of(*blocks, title=(value,)))
    words = read_back(markdown)
    start = words.index("Article 1. Article") + 1
    t, o = text, other
    assert words[start:] == [
        f"1.1 {t}", t, f"{t} and {o}.", f"(a) {t}", f"(i) {o}", f"(b) {o}", t,
        "A", t, o, t, "Decision needed", t, o, t, o, "By: ____________", f"Name: {t}",
    ]  # fmt: skip


@given(before=SAFE_TEXT, inside=SAFE_TEXT, after=SAFE_TEXT)
def test_bold_and_italics_never_show_their_marks(before, inside, after):
    for make in (Strong, Emphasis):
        marked = make((Value(inside, "i"),))
        for inlines in ((Value(before, "b"), marked, Value(after, "a")), (marked, marked, Value(after, "a"))):
            words = read_back(to_markdown(document_of(Paragraph(inlines), title=(Text("Title"),))))
            assert words[-1] == inline_text(inlines)
