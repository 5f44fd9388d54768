"""Letterheads as people make them, and files that pass for one."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

import docx
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from leadkit.diagnostic import Span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


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


def a_zip(**parts: bytes) -> bytes:
    return changed(saved_zip(), {name.replace("__", "/"): content for name, content in parts.items()})


def saved_zip() -> bytes:
    packed = io.BytesIO()
    zipfile.ZipFile(packed, "w").close()
    return packed.getvalue()


def texts(part) -> list[str]:
    return [each.text for each in part.paragraphs]


def with_field(instruction: str) -> bytes:
    half = len(instruction) // 2
    runs = "".join(
        f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>'
        for part in (instruction[:half], instruction[half:])
    )
    begin, end = ('<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format(kind) for kind in ("begin", "end"))  # noqa: UP032
    field = f"<w:p>{begin}{runs}{end}</w:p>"
    return changed(plain(), {"word/header1.xml": lambda text: text.replace("</w:hdr>", f"{field}</w:hdr>")})
