"""A letterhead comes from outside: what is hostile or broken is refused, and refuses the Word file alone."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import docx
import pytest
from docx.shared import Cm
from lxml import etree

from leadkit.documents import build
from leadkit.documents.guest import UnfitFile
from leadkit.documents.letterhead import Letterhead
from leadkit.documents.write.docx.letterhead import letterhead_base
from tests.documents.letterhead.made import (
    ASKED,
    a_zip,
    changed,
    plain,
    rich,
    saved,
    saved_zip,
    seal,
    with_field,
    with_relationship,
)

RELS = "word/_rels/document.xml.rels"
HEADER_RELS = "word/_rels/header1.xml.rels"


def with_prolog(prolog: str, part: str = "word/header1.xml") -> bytes:
    def declared(text: str) -> str:
        return f"{prolog}{text.partition('?>')[2]}"

    return changed(plain(), {part: declared})


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
    with pytest.raises(UnfitFile) as refused:
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
