"""A picture of who passes something to whom: in every format with words for those who do not see it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from itertools import combinations, product

from lxml import etree

from leadkit.documents.tree.blocks import Arrow, Figure
from leadkit.documents.tree.document import Article, ArticleKind, Clause, Cover, Document, Layout, Section
from leadkit.documents.tree.inline import Text, Value
from leadkit.documents.tree.plain import alternative, base_text
from leadkit.documents.write.docx import to_docx
from leadkit.documents.write.docx.figure import WP, A
from leadkit.documents.write.drawing import HIGHEST, WIDTH, drawn
from leadkit.documents.write.html import to_html
from leadkit.documents.write.markdown import to_markdown
from leadkit.documents.write.pdf import to_pdf

SVG = "{http://www.w3.org/2000/svg}"
ODD = "<b>Police & Fire</b>"
FIGURE = Figure(
    (((Value(ODD, "agencies.police.name"),),), ((Text("the desk"),),)),
    (((Text("Bridgeway"),), (Text("Harbor Treatment"),)), ((Text("the court"),),)),
    (Arrow(0, 0, "1, 3"), Arrow(0, 1, "2"), Arrow(1, 0, "4")),
    (Text("Who tells whom"),),
)
WORDS = [
    f"From {ODD} to Bridgeway and Harbor Treatment: 1, 3",
    f"From {ODD} to the court: 2",
    "From the desk to Bridgeway and Harbor Treatment: 4",
]
CLAUSE = Clause("flows", (Section("flows", (), (FIGURE,)),))
DOCUMENT = Document(
    "sample", "public", Cover("Sharing", (Text("Example County"),), (Text("Draft"),), (), date(2026, 3, 1), "Draft."),
    (Article("flows", "Flows", ArticleKind.ARTICLE, (CLAUSE,)),), layout=Layout.PAPER,
)  # fmt: skip


def _large(count: int) -> Figure:
    """Everybody tells everybody."""
    names = tuple((((Text(f"Department of Community Services and Supervision {place}"),),)) for place in range(count))
    arrows = tuple(Arrow(one, two, f"{one}, {two}") for one, two in product(range(count), repeat=2))
    return Figure(names, names, arrows, (Text("All"),))


def test_the_words_of_a_figure_are_words_of_its_clause() -> None:
    assert base_text(CLAUSE)[0].splitlines() == ["Who tells whom", *WORDS]
    assert alternative(FIGURE) == f"Who tells whom: {'; '.join(WORDS)}."


def test_markdown_says_it_in_words() -> None:
    told = to_markdown(DOCUMENT)
    assert "**Who tells whom**\n\n- From \\<b\\>Police & Fire\\</b\\> to Bridgeway and Harbor Treatment: 1, 3\n" in told


def test_a_page_shows_the_drawing_with_its_words() -> None:
    page = to_html(DOCUMENT)
    drawing = etree.fromstring(page[page.index("<svg") : page.index("</svg>") + 6])
    assert drawing.get("role") == "img"
    assert drawing.get("aria-label") == alternative(FIGURE)
    shown = [each.text or "" for each in drawing.iter(f"{SVG}text")]
    assert sorted(shown) == sorted(["1, 3", "2", "4", ODD, "The desk", "Bridgeway", "Harbor Treatment", "The court"])


def test_a_word_file_shows_a_picture_no_wider_than_its_text_with_its_words() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(DOCUMENT))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        pictures = [name for name in package.namelist() if name.startswith("word/media/")]
        assert len(pictures) == 1
        assert package.read(pictures[0]).startswith(b"\x89PNG")
    (told,) = body.iter(f"{{{WP}}}docPr")
    assert told.get("descr") == alternative(FIGURE)
    (size,) = body.iter(f"{{{WP}}}extent")
    assert int(size.attrib["cx"]) <= 6.5 * 914400
    (inside,) = body.iter(f"{{{A}}}ext")
    assert (inside.attrib["cx"], inside.attrib["cy"]) == (size.attrib["cx"], size.attrib["cy"])


def test_a_pdf_names_the_picture() -> None:
    pdf = to_pdf(DOCUMENT)
    assert pdf.count(b"/S/Figure") == 1
    assert b"Who tells whom: From <b>Police & Fire</b> to Bridgeway" in pdf


def test_the_same_figure_gives_the_same_bytes() -> None:
    assert to_docx(DOCUMENT) == to_docx(replace(DOCUMENT))


def test_no_two_labels_lie_on_each_other_and_nothing_leaves_the_drawing() -> None:
    drawing = drawn(_large(12))
    tree = etree.fromstring(drawing.svg)
    labels = [each for each in tree.iter(f"{SVG}text") if each.get("font-size")]
    assert len(labels) == 144
    for one, two in combinations([float(each.attrib["y"]) for each in labels], 2):
        assert abs(one - two) > 9
    for box in tree.iter(f"{SVG}rect"):
        assert float(box.attrib["x"]) > 0 and float(box.attrib["x"]) + float(box.attrib["width"]) < WIDTH
        assert float(box.attrib["y"]) >= 0 and float(box.attrib["y"]) + float(box.attrib["height"]) <= drawing.height
    assert drawing.shown_height <= HIGHEST + 0.01
