"""The jurisdiction's letterhead: its page, headers, footers and looks; our text and numbers; nothing else of it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import docx
from docx.oxml.ns import qn
from lxml import etree

from leadkit.documents import to_docx
from leadkit.documents.write.docx.record import NAMESPACE
from tests.documents.letterhead.made import (
    W,
    changed,
    in_sections,
    plain,
    rich,
    seal,
    texts,
    with_field,
    with_relationship,
)


def style(package, id_):
    return next(each for each in package.styles.element.iter(f"{W}style") if each.get(qn("w:styleId")) == id_)


def test_page_header_picture_and_footer_are_the_letterheads(printed):
    package = printed(rich())
    section = package.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert round(section.left_margin.cm, 1) == 2.5
    assert texts(section.header) == ["Example County", "Executive"]
    assert texts(section.first_page_header)[-1] == "Office of the County Executive"
    picture = next(section.first_page_header.part.element.iter(qn("a:blip"))).get(qn("r:embed"))
    assert section.first_page_header.part.related_parts[picture].blob == seal()
    assert texts(section.footer)[0] == "1 Court Square, Sampleton"


def test_our_lines_stand_below_its_own_in_every_footer(printed):
    section = printed(rich()).sections[0]
    ours = [
        "Compiled from public sources. Not issued, reviewed or approved by any agency that it names.",
        "Memorandum of Understanding · Draft 1.0 · as of March 1, 2026\tPage 1 of 1",
    ]
    assert texts(section.footer)[1:] == ours
    assert texts(section.first_page_footer) == ours
    assert texts(printed(in_sections()).sections[0].even_page_footer) == ours


def test_its_own_text_is_gone_and_ours_is_whole(printed, tree, letterhead):
    ours = docx.Document(io.BytesIO(to_docx(tree)))
    assert texts(printed(letterhead)) == texts(ours)


def test_the_last_section_has_the_headers_of_the_first(printed):
    section = printed(in_sections()).sections[0]
    assert section.page_width > section.page_height
    assert texts(section.header) == ["Header of the first section"]
    assert texts(section.even_page_header) == ["Header of even pages"]


def test_headings_look_as_on_the_letterhead_and_count_as_ours(printed):
    package = printed(rich())
    heading = style(package, "Heading1")
    assert heading.find(f"{W}rPr/{W}rFonts").get(qn("w:ascii")) == "Arial"
    assert heading.find(f"{W}rPr/{W}color").get(qn("w:val")) == "800000"
    for id_, level in (("Heading1", "0"), ("Heading2", "1")):
        properties = style(package, id_).find(f"{W}pPr")
        assert properties.find(f"{W}numPr/{W}numId").get(qn("w:val")) == "1"
        assert properties.find(f"{W}outlineLvl").get(qn("w:val")) == level
        assert properties.find(f"{W}ind") is None


def test_every_style_that_is_used_exists_once(printed, letterhead):
    package = printed(letterhead)
    ids = [each.get(qn("w:styleId")) for each in package.styles.element.iter(f"{W}style")]
    names = [each.find(f"{W}name").get(qn("w:val")).casefold() for each in package.styles.element.iter(f"{W}style")]
    assert len(set(ids)) == len(ids)
    assert len(set(names)) == len(names)
    section = package.sections[0]
    parts = [package.element, section.header.part.element, section.footer.part.element, package.styles.element]
    pointers = [f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle", "basedOn")]
    assert {each.get(qn("w:val")) for part in parts for each in part.iter(*pointers)} <= set(ids)


def _number_of(package, id_: str) -> str | None:
    """The list of a style: its own, or that of what it is based on."""
    found = style(package, id_)
    own = found.find(f"{W}pPr/{W}numPr/{W}numId")
    base = found.find(f"{W}basedOn")
    if own is None and base is not None:
        return _number_of(package, base.get(qn("w:val")))
    return None if own is None else own.get(qn("w:val"))


def test_nothing_but_an_article_counts_as_one(printed, letterhead):
    """The contents' heading is based on Heading 1 in Word's own styles, and a header may be set in it."""
    package = printed(letterhead)
    assert _number_of(package, "TOCHeading") == "0"
    counted = {
        each.get(qn("w:styleId"))
        for each in package.styles.element.iter(f"{W}style")
        if each.get(qn("w:type")) == "paragraph" and _number_of(package, each.get(qn("w:styleId"))) in ("1", "2")
    }
    assert counted == {"Heading1", "Heading2", "AppendixHeading", "AppendixSection", "Item1", "Item2", "Item3"}
    section = package.sections[0]
    standing = [each for part in (section.header, section.first_page_header) for each in part.paragraphs]
    assert not {each.style.style_id for each in standing} & counted


def test_a_header_set_in_a_heading_keeps_its_looks(printed):
    package = printed(rich())
    id_ = package.sections[0].first_page_header.paragraphs[-1].style.style_id
    assert style(package, id_).find(f"{W}rPr/{W}rFonts").get(qn("w:ascii")) == "Arial"


def test_its_lists_are_apart_from_ours(printed, letterhead):
    root = printed(letterhead).part.numbering_part.element
    tags = [each.tag for each in root]
    assert tags == sorted(tags)  # definitions before numbers
    definitions = [each.get(qn("w:abstractNumId")) for each in root.iter(f"{W}abstractNum")]
    numbers = [each.get(qn("w:numId")) for each in root.iter(f"{W}num")]
    assert len(set(definitions)) == len(definitions)
    assert len(set(numbers)) == len(numbers)
    linked = [each.get(qn("w:val")) for each in root.iter(f"{W}pStyle")]
    assert sorted(linked) == ["AppendixHeading", "AppendixSection", "Heading1", "Heading2", "Item1", "Item2", "Item3"]


def test_a_list_in_the_header_still_has_its_definition(printed):
    package = printed(rich())
    paragraph = package.sections[0].header.paragraphs[1]
    number = _number_of(package, paragraph.style.style_id)
    root = package.part.numbering_part.element
    found = next(each for each in root.iter(f"{W}num") if each.get(qn("w:numId")) == number)
    assert 101 <= int(found.find(f"{W}abstractNumId").get(qn("w:val"))) <= 1000


def test_tables_and_the_page_number_fit_the_page(printed):
    package = printed(rich())
    section = package.sections[0]
    width = section.page_width.twips - section.left_margin.twips - section.right_margin.twips
    grid = sum(int(each.get(qn("w:w"))) for each in package.tables[0]._tbl.iter(f"{W}gridCol"))
    assert grid + 720 == width
    assert style(package, "DocumentFooter").find(f".//{W}tab").get(qn("w:pos")) == str(width)


def test_title_language_and_dates_are_the_documents(printed):
    package = printed(rich())
    properties = package.core_properties
    assert (properties.title, properties.author) == ("Memorandum of Understanding", "leadkit")
    assert properties.created.date() == properties.modified.date() == date(2026, 3, 1)
    languages = {each.get(qn("w:val")) for each in package.styles.element.iter(f"{W}lang")}
    assert languages == {"en-US"}


def test_only_what_makes_a_letterhead_comes_along(printed, tree):
    settings = (
        '<w:trackRevisions/><w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
        '<w:updateFields w:val="true"/><w:docVars><w:docVar w:name="client" w:val="A Person"/></w:docVars>'
    )
    revision = 'w:id="7" w:author="A Person" w:date="2020-01-01T00:00:00Z"'
    commented = with_relationship(rich(), "word/_rels/document.xml.rels", "comments", "comments.xml")
    commented = with_relationship(commented, "word/_rels/document.xml.rels", "customXml", "../customXml/item9.xml")
    content = changed(commented, {
        "word/settings.xml": lambda text: text.replace("</w:settings>", f"{settings}</w:settings>"),
        "word/comments.xml": f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode(),
        "customXml/item9.xml": b"<secret/>",
        "word/header1.xml": lambda text: text.replace("<w:r>", f"<w:del {revision}><w:r><w:delText>Old</w:delText>"
                                                      f"</w:r></w:del><w:ins {revision}><w:r>", 1)
                                             .replace("</w:r></w:p>", "</w:r></w:ins></w:p>", 1),
    })  # fmt: skip
    archive = zipfile.ZipFile(io.BytesIO(to_docx(replace(tree, letterhead=content))))
    everything = b"".join(archive.read(name) for name in archive.namelist())
    for gone in (b"trackRevisions", b"documentProtection", b"updateFields", b"A Person", b"<secret/>", b"delText"):
        assert gone not in everything
    names = set(archive.namelist())
    assert not {"word/comments.xml", "docProps/thumbnail.jpeg", "docProps/app.xml"} & names
    records = [name for name in names if re.fullmatch(r"customXml/item\d+\.xml", name)]
    assert [etree.QName(etree.fromstring(archive.read(name))).namespace for name in records] == [NAMESPACE]
    assert "Example County" in texts(printed(content).sections[0].header)


def test_a_letter_may_have_its_date_where_its_text_was(printed):
    field = '<w:p><w:fldSimple w:instr=" DATE "/></w:p><w:sectPr'
    content = changed(plain(), {"word/document.xml": lambda text: text.replace("<w:sectPr", field, 1)})
    assert "Example County" in texts(printed(content).sections[0].header)


def test_a_field_is_known_by_its_name_alone(printed):
    """The word stands in the instruction of a page number, which reaches nowhere."""
    header = printed(with_field(' PAGE \\* "link" ')).sections[0].header
    assert "PAGE" in "".join(each.text for each in header.part.element.iter(f"{W}instrText"))


def test_text_that_the_letterhead_would_hide_is_seen(printed):
    hidden = changed(rich(), {"word/styles.xml": lambda text: text.replace("<w:rPr>", "<w:rPr><w:vanish/>")})
    assert not list(printed(hidden).styles.element.iter(f"{W}vanish"))
