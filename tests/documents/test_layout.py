"""Papers, forms and cards: what stands before the text, who may read it, what is ticked and filled in by hand."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import lxml.html
import pytest

from leadkit.documents import Composition, build, compose, to_docx, to_html, to_markdown, to_pdf
from leadkit.documents.paper import Paper
from leadkit.documents.tree.blocks import Item, ItemList, Paragraph, Row, Table
from leadkit.documents.tree.document import Document
from leadkit.documents.tree.inline import Blank, Strong, Text, Tick
from leadkit.documents.words.english import ENGLISH
from leadkit.documents.write import cover as cover_words
from leadkit.documents.write.pdf import page_count
from leadkit.documents.write.pdf.content import content
from leadkit.model.documents import DocumentSetting
from tests.documents.conftest import ON, sample
from tests.documents.letterhead.made import LETTERHEADS

Compose = Callable[..., Composition]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RESTRICTED = "Restricted: for those to whom the program gives it."
PRIVILEGED = "Privileged and confidential: for counsel and those whom counsel advises."


@pytest.fixture
def of(templates: Path) -> Callable[..., Document]:
    """The tree of one of the sample documents."""

    def run(document: str, **changes: object) -> Document:
        made = compose(sample(**changes), document, ON, templates=templates).document
        assert made is not None
        return made

    return run


@pytest.fixture
def outlined(tmp_path: Path) -> Callable[..., Composition]:
    """Compose a document of some articles under an outline that begins as given."""

    def run(head: str, articles: int = 1, setting: dict[str, object] | None = None) -> Composition:
        names = [f"c{index}" for index in range(articles)]
        lines = [f"  {name}: {{title: Title {name}, clauses: [{name}]}}" for name in names]
        outline = "\n".join(["title: One", "jurisdiction: jurisdiction", head, "articles:", *lines, ""])
        (tmp_path / "one").mkdir(exist_ok=True)
        (tmp_path / "one" / "outline.yaml").write_text(outline, encoding="utf-8")
        for name in names:
            text = f"---\nid: {name}\ntitle: Clause\n---\nWords.\n"
            (tmp_path / "one" / f"01-{name}.md").write_text(text, encoding="utf-8")
        said = DocumentSetting.model_validate({"kind": "mou", **setting}) if setting else None
        return compose(sample(), "one", ON, templates=tmp_path, paper=Paper("one", "one", said))

    return run


def _paragraphs(document: Document) -> list[str]:
    return [each.text for each in docx.Document(io.BytesIO(to_docx(document))).paragraphs]


def _page(document: Document) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(to_html(document))


def test_a_paper_begins_with_what_it_is_whose_and_what_it_is_not(of) -> None:
    document = of("paper", jurisdiction="Maple Program")
    facts = f"Draft · Version 1.0 · As of March 1, 2026 · Fingerprint\N{NO-BREAK SPACE}{document.cover.fingerprint}"
    what = "A model order for the agency’s own numbering and adoption. Not adopted when printed."
    head = ["Maple Program", "Model Order", "Example County", what, facts, document.cover.notice]
    opened = ["What is open", "Section 1.1Which law governs? (county counsel; due January 15, 2027)"]
    assert [each.replace("\t", "") for each in _paragraphs(document)][:8] == [*head, *opened]
    header = _page(document).find(".//header")
    assert header is not None
    assert [each.text_content() for each in header.iterchildren()][:-1] == [RESTRICTED, *head, "What is open"]
    assert [line.lstrip("#> ") for line in to_markdown(document).split("\n\n")[1:7]] == head
    assert ["".join(run["text"] for run in runs) for _, runs in content(document)["head"]] == head[:-1]


def test_a_paper_tells_nothing_of_what_is_open_where_nothing_is(of) -> None:
    document = of("paper", open={}, agreement={"governing_law": "New York"})
    assert ENGLISH.open_heading not in to_markdown(document) + to_html(document) + "".join(_paragraphs(document))


@pytest.mark.parametrize("layout", ["form", "card"])
def test_a_form_and_a_card_begin_with_two_lines(of, layout) -> None:
    document = of(layout)
    title, facts, notice, *text = _paragraphs(document)
    assert title == document.cover.title
    assert facts.startswith("Example County · Draft · Version 1.0 · As of March 1, 2026")
    assert notice == "This is a draft for review by counsel."
    assert text[0] == document.articles[0].title
    assert ENGLISH.open_heading not in to_markdown(document) + to_html(document)


def test_what_is_open_stands_in_the_text_of_a_form(of) -> None:
    assert "> **Decision needed**" in to_markdown(of("form"))


def test_an_adopted_form_is_no_draft_and_speaks_of_no_executed_original(of) -> None:
    document = of("form", agreement={"status": "adopted"})
    assert document.cover.notice == ""
    assert "Adopted · Version 1.0" in to_markdown(document)


@pytest.mark.parametrize("layout", ["paper", "form", "card"])
def test_each_says_before_its_text_that_it_was_compiled_from_public_sources(of, layout) -> None:
    document = of(layout, from_public_sources=True)
    texts = [to_markdown(document), to_html(document).split("</header>")[0], "\n".join(_paragraphs(document))]
    assert all(ENGLISH.public_sources in each for each in texts)
    assert content(document)["notices"][-1] == ENGLISH.public_sources


@pytest.mark.parametrize(
    ("layout", "articles", "listed"),
    [("agreement", 2, False), ("agreement", 3, True), ("paper", 6, False), ("paper", 7, True), ("form", 7, False)],
)
def test_contents_stand_where_a_reader_needs_them(outlined, layout, articles, listed) -> None:
    document = outlined(f"layout: {layout}", articles).document
    assert ("Contents" in _paragraphs(document)) is listed
    assert (_page(document).find(".//nav") is not None) is listed
    assert content(document)["contents"] is listed
    assert to_pdf(document)


@pytest.mark.parametrize(
    "head", ["layout: poster", "audience: everybody", "layout: card\nwhat: x"], ids=["layout", "audience", "card"]
)
def test_an_outline_of_no_known_layout_or_audience_or_a_card_of_three_sides_is_found(outlined, head) -> None:
    assert [each.code for each in outlined(head, articles=3).diagnostics] == ["LK713"]


def test_without_other_words_a_document_is_called_what_the_program_calls_it(outlined) -> None:
    said = {"title": "Our own order", "status": "adopted", "version": "2.1"}
    cover = outlined("layout: paper", setting=said).document.cover
    assert (cover.title, cover.status[0].text, cover.version[0].text) == ("Our own order", "Adopted", "2.1")
    assert cover.version[0].path == "documents.one.version"
    silent = outlined("layout: paper").document.cover
    assert (silent.title, silent.status[0].text, silent.version) == ("One", "Draft", ())


@pytest.mark.parametrize(
    ("outline", "program", "said"),
    [
        ("public", "public", ""), ("public", None, ""), ("public", "restricted", RESTRICTED),
        ("restricted", "public", RESTRICTED), ("privileged", "restricted", PRIVILEGED),
        ("restricted", "privileged", PRIVILEGED),
    ],
)  # fmt: skip
def test_the_closer_of_two_audiences_holds(outlined, outline, program, said) -> None:
    setting = {"audience": program} if program else {"status": "draft"}
    assert cover_words.audience(outlined(f"audience: {outline}", setting=setting).document) == said


def test_who_may_read_it_stands_at_the_head_of_each_page(of) -> None:
    document = replace(of("mou"), audience="restricted")
    assert to_markdown(document).startswith(f"**{RESTRICTED}**\n")
    page = _page(document)
    assert page.find(".//header")[0].text_content() == RESTRICTED
    assert f'@top-left {{ content: "{RESTRICTED}"' in page.findtext(".//style")
    assert content(document)["page_head"] == [[{"text": RESTRICTED}]]
    (section,) = docx.Document(io.BytesIO(to_docx(document))).sections
    assert [each.text for each in section.header.paragraphs] == [RESTRICTED]


def test_a_public_document_says_nothing_of_its_readers(of) -> None:
    document = of("mou")
    assert "@top-left" not in to_html(document)
    (section,) = docx.Document(io.BytesIO(to_docx(document))).sections
    assert section.header.is_linked_to_previous


@pytest.mark.parametrize("letterhead", LETTERHEADS)
def test_who_may_read_it_stands_below_each_head_of_a_letterhead(of, letterhead) -> None:
    plain = replace(of("mou"), letterhead=LETTERHEADS[letterhead]())
    ours = docx.Document(io.BytesIO(to_docx(replace(plain, audience="restricted"))))
    theirs = docx.Document(io.BytesIO(to_docx(plain)))
    for before, after in zip(_heads(theirs), _heads(ours), strict=True):
        shown = [] if before.is_linked_to_previous else [each.text for each in before.paragraphs]
        assert [each.text for each in after.paragraphs] in ([*shown, RESTRICTED], [RESTRICTED])


def _heads(word):
    (section,) = word.sections
    heads = [section.header]
    if section.different_first_page_header_footer:
        heads.append(section.first_page_header)
    if word.settings.odd_and_even_pages_header_footer:
        heads.append(section.even_page_header)
    return heads


def test_a_card_has_a_head_and_two_sides_of_two_columns(of) -> None:
    word = docx.Document(io.BytesIO(to_docx(replace(of("card"), letterhead=LETTERHEADS["plain"]()))))
    cols = [each._sectPr.find(f"{W}cols").get(f"{W}num") for each in word.sections]
    begins = [each._sectPr.find(f"{W}type").get(f"{W}val") for each in word.sections]
    assert (cols, begins) == (["1", "2", "2"], ["nextPage", "continuous", "nextPage"])
    assert {each.page_width.twips for each in word.sections} == {12240}
    assert {each.header.paragraphs[0].text for each in word.sections} == {RESTRICTED}


def test_a_card_of_two_pages_is_a_sheet_and_a_longer_one_is_found(templates, tmp_path) -> None:
    fits = build(sample(), "card", ON, ["pdf"], tmp_path, templates=templates)
    assert fits.diagnostics == ()
    assert page_count((tmp_path / "card.pdf").read_bytes()) == 2
    many = {f"s{index}": {"substance": f"substance {index}", "at_most": "6 g"} for index in range(150)}
    long = build(sample(eligibility={"limits": many}), "card", ON, ["md", "pdf"], tmp_path, templates=templates)
    assert [(each.code, each.is_error) for each in long.diagnostics] == [("LK725", False)]
    assert re.search(r"runs to [3-9] pages", long.diagnostics[0].message)
    assert [each.format for each in long.files] == ["md", "pdf"]
    assert long.refused == ()


def test_a_box_to_tick_is_a_box_in_word_and_has_a_name_for_those_who_do_not_see_it(of) -> None:
    document = of("form")
    ticks = [each for each in docx.Document(io.BytesIO(to_docx(document))).element.iter(f"{W}t") if each.text == "☐"]
    styles = {each.getparent().find(f"{W}rPr/{W}rStyle").get(f"{W}val") for each in ticks}
    assert (len(ticks), styles) == (5, {"Tick"})
    assert [each.text_content() for each in _page(document).xpath("//span[@class='tick']")] == [Tick().name] * 5
    markdown = to_markdown(document)
    assert "| Consents | [ ] Yes [ ] No |" in markdown
    assert "\\[ \\](not reached)" in markdown  # or it would read as a link


def test_a_box_to_tick_may_stand_anywhere_in_a_clause(clause) -> None:
    items = "1. {{ tick() }} A;\n2. {{ tick() }} B;"
    rows = "| a | {{ tick() }} |\n| --- | --- |\n| {{ tick() }} | b |"
    body = "\n\n".join(["{{ tick() }} One **{{ tick() }} two**.", items, rows])
    made = clause(body)
    assert made.diagnostics == ()
    first, items, table = made.document.articles[0].clauses[0].sections[0].blocks
    assert first == Paragraph((Tick(), Text(" One "), Strong((Tick(), Text(" two"))), Text(".")))
    assert isinstance(items, ItemList) and isinstance(table, Table)
    assert [_first(item) for item in items.items] == [Tick(), Tick()]
    assert (table.header[1], table.rows[0].cells[0]) == ((Tick(),), (Tick(),))
    assert to_pdf(made.document)


def _first(item: Item) -> object:
    return item.content[0]


def test_a_row_to_fill_in_is_high_enough_for_a_hand(of) -> None:
    document = of("form")
    rows = [each for table in docx.Document(io.BytesIO(to_docx(document))).tables for each in table.rows]
    assert [each.height.pt if each.height else None for each in rows] == [None, 28, 28, None]
    assert [each.get("class") for each in _page(document).xpath("//tbody/tr")] == ["filled-in", "filled-in", None]
    (table,) = [each for each in content(document)["articles"][0]["sections"][0]["blocks"] if each["kind"] == "table"]
    assert table["filled_in"] == [True, True, True, True, False, False]


def test_a_blank_in_bold_is_filled_in_too() -> None:
    assert Row(((Strong((Blank("Name"),)),),)).is_filled_in
    assert not Row(((Strong((Text("Name"),)),),)).is_filled_in
