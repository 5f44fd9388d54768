"""A file that is none of ours, or must not be read, is refused with a clear sentence; and nothing is ever guessed."""

from __future__ import annotations

import hashlib
import io
import time
import zipfile
from collections.abc import Callable
from copy import deepcopy

import docx
import pytest
from lxml import etree

from leadkit.documents.guest import UnfitFile
from leadkit.documents.returned import file
from leadkit.documents.returned.asked import Asked
from leadkit.documents.returned.body import Body
from leadkit.documents.returned.compared import compared
from leadkit.documents.returned.file import read_returned
from leadkit.documents.returned.line import Line, Piece, Place
from leadkit.documents.returned.record import Record, RecordedClause
from leadkit.documents.returned.reviewing import review
from leadkit.documents.tree.blocks import Figure
from leadkit.documents.tree.document import Clause, Section
from leadkit.documents.tree.inline import Inlines, Text
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.write.docx.record import NAMESPACE
from leadkit.documents.write.shown import shown_lines
from tests.documents.returned.conftest import County
from tests.documents.returned.edited import Draft, Q, edited

DOCUMENT, RECORD = "word/document.xml", "customXml/item1.xml"
BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def changed(content: bytes, name: str, change: Callable[[bytes], bytes] | bytes) -> bytes:
    """A file with another part, or with one more."""
    parts = Draft(content).parts
    parts[name] = change(parts[name]) if callable(change) else change
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, data in parts.items():
            archive.writestr(each, data)
    return made.getvalue()


def related(content: bytes, kind: str, target: str, *, external: bool = False) -> bytes:
    mode = ' TargetMode="External"' if external else ""
    link = f'<Relationship Id="x1" Type="http://x/{kind}" Target="{target}"{mode}/></Relationships>'.encode()
    return changed(content, "word/_rels/document.xml.rels", lambda text: text.replace(b"</Relationships>", link))


def word_file(_: bytes) -> bytes:
    made = io.BytesIO()
    docx.Document().save(made)
    return made.getvalue()


def with_prolog(prolog: str) -> Callable[[bytes], bytes]:
    def change(content: bytes) -> bytes:
        return changed(content, DOCUMENT, lambda text: prolog.encode() + text)

    return change


def long_record(record: bytes) -> bytes:
    """A record of many clauses that the text lacks, each with the hash of what it says."""
    root = etree.fromstring(record)
    first = next(root.iter(f"{{{NAMESPACE}}}clause"))
    for number in range(200):
        made = deepcopy(first)
        made.set("id", f"made-{number}")
        made.set("bookmark", f"_made_{number}")
        words = made.find(f"{{{NAMESPACE}}}text")
        assert words is not None
        words.text = "\n".join(["Each party pays its own cost."] * 60)
        made.set("sha256", hashlib.sha256(words.text.encode()).hexdigest())
        for each in list(made.iter(f"{{{NAMESPACE}}}reference", f"{{{NAMESPACE}}}value")):
            made.remove(each)
        root.append(made)
    return etree.tostring(root)


REFUSED: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "nothing": ("LK745", lambda _: b""),
    "no zip": ("LK745", lambda _: b"Dear Sir or Madam,"),
    "an old doc, or a password": ("LK745", lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "cut short": ("LK745", lambda content: content[:-300]),
    "broken XML": ("LK745", lambda content: changed(content, DOCUMENT, lambda text: text[:-40])),
    "entities": ("LK745", with_prolog(BOMB)),
    "an outside entity": ("LK745", with_prolog('<!DOCTYPE w SYSTEM "file:///etc/hostname">')),
    "a broken record": ("LK745", lambda content: changed(content, RECORD, b"<c")),
    "no body": ("LK745", lambda content: changed(content, DOCUMENT, b'<w:document xmlns:w="x"/>')),
    "a zip bomb": ("LK746", lambda content: changed(content, "word/zero.bin", bytes(50_000_001))),
    "an endless paragraph": ("LK746", lambda content: edited(
        content, lambda draft: draft.write("bears its own cost", "word " * 5000))),
    "a record without an end": ("LK746", lambda content: changed(content, RECORD, long_record)),
    "macros": ("LK747", lambda content: related(changed(content, "word/vbaProject.bin", b"x"), "vbaProject", "v.bin")),
    "an embedded object": ("LK747", lambda content: related(content, "oleObject", "embeddings/o.bin")),
    "a picture from the network": ("LK747", lambda content: related(content, "image", "http://x/a.png", external=True)),
    "a field that fetches": ("LK747", lambda content: changed(content, DOCUMENT, lambda text: text.replace(
        b" REF ", b" INCLUDETEXT ", 1))),
    "a Word file of one's own": ("LK748", word_file),
    "an older record": ("LK749", lambda content: changed(content, RECORD, lambda text: text.replace(
        NAMESPACE.encode(), b"urn:leadkit:clauses:1"))),
    "a record that was changed": ("LK749", lambda content: changed(content, RECORD, lambda text: text.replace(
        b"withdraw at any time", b"withdraw at no time"))),
    "a record without clauses": ("LK749", lambda content: changed(
        content, RECORD, f'<c:clauses xmlns:c="{NAMESPACE}"/>'.encode())),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_or_foreign_file_is_refused(draft: bytes, name: str) -> None:
    code, change = REFUSED[name]
    with pytest.raises(UnfitFile) as refused:
        read_returned(change(draft))
    assert refused.value.code.code == code
    assert refused.value.message.endswith(".")
    assert refused.value.remedy


def test_a_fault_of_leadkits_own_is_not_told_as_a_damaged_file(draft: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise KeyError("bound")

    monkeypatch.setattr(file, "_refuse_no_agreement", fail)
    with pytest.raises(KeyError):
        read_returned(draft)


def test_what_an_office_adds_is_no_danger(draft: bytes) -> None:
    linked = related(draft, "hyperlink", "mailto:clerk@example.org", external=True)
    assert read_returned(related(linked, "attachedTemplate", "file:///C:/Normal.dotm", external=True)).record


def test_another_programs_file_is_refused(county: County) -> None:
    program = county.folder / "program.yaml"
    text = program.read_text(encoding="utf-8")
    assert "name: Maple County Diversion Program" in text
    program.write_text(
        text.replace("name: Maple County Diversion Program", "name: Oak County Diversion"), encoding="utf-8"
    )
    made = county.review(lambda draft: draft.write("bears its own", "pays its own"))
    assert [one.code for one in made.findings] == ["LK750"]
    assert not made.proposes


def test_another_document_than_asked_for_is_refused(county: County) -> None:
    made = county.review(lambda draft: None, document="protocol")
    assert [one.code for one in made.findings] == ["LK750"]


def test_a_text_in_another_language_is_refused_and_says_so(county: County) -> None:
    spanish = changed(county.draft, RECORD, lambda text: text.replace(b'document="mou"', b'document="mou.es"'))
    (found,) = review(spanish, str(county.folder), Asked()).findings
    assert found.code == "LK750" and "mou in another language (es)" in found.message


def test_of_a_picture_only_its_caption_is_a_line() -> None:
    """In the Word file the arrows are drawn, so that a picture which nobody touched is no edit."""
    picture = Figure(((words("A"),),), ((words("B"),),), (), words("Who tells whom"))
    clause = Clause("flows", (Section("flows", words("Flows"), (picture,)),))
    assert [inline_text(line.content) for line in shown_lines(clause)] == ["Flows", "Who tells whom"]


def words(text: str) -> Inlines:
    return (Text(text),)


def test_a_clause_that_both_changed_is_shown_and_never_guessed(county: County) -> None:
    agreement = county.folder / "agreement.yaml"
    text = agreement.read_text(encoding="utf-8")
    agreement.write_text(text.replace("notice: 60 days", "notice: 45 days"), encoding="utf-8")
    made = county.review(lambda draft: draft.write("sixty (60) days", "ninety (90) days"))
    (found,) = made.findings
    assert found.code == "LK751"
    assert "ninety (90)" in found.message
    assert "forty-five (45)" in found.message
    assert not made.proposes


def test_a_clause_that_the_program_alone_changed_is_left(county: County) -> None:
    agreement = county.folder / "agreement.yaml"
    text = agreement.read_text(encoding="utf-8")
    agreement.write_text(text.replace("notice: 60 days", "notice: 45 days"), encoding="utf-8")
    made = county.review(lambda draft: draft.write("bears its own", "pays its own"))
    assert [words.clause for words in made.words] == ["disputes"]
    assert not made.findings


def test_a_clause_that_lost_its_mark_is_reported_with_both_texts(county: County) -> None:
    def edit(draft: Draft) -> None:
        for line in ("A dispute between", "bears its own cost"):
            paragraph = draft.paragraph(line)
            for each in list(paragraph.iter(f"{Q}bookmarkStart")):
                each.getparent().remove(each)
        title = draft.paragraph("Disputes")
        for each in list(title.iter(f"{Q}bookmarkStart")):
            each.getparent().remove(each)
        draft.write("bears its own cost", "pays its own cost")

    made = county.review(edit)
    assert "LK752" in [one.code for one in made.findings]
    lost = next(one for one in made.findings if one.code == "LK752")
    assert "pays its own cost" in lost.message
    assert "bears its own cost" in lost.message
    assert not made.words


def test_a_file_without_any_mark_removes_nothing(county: County) -> None:
    made = county.review(lambda draft: draft.without_bookmarks())
    assert not made.proposes


def test_an_edited_file_without_any_mark_is_told(county: County) -> None:
    def edit(draft: Draft) -> None:
        draft.write("bears its own cost", "pays its own cost")
        draft.without_bookmarks()

    made = county.review(edit)
    (found,) = made.findings
    assert found.code == "LK752"
    assert "pays its own cost" in found.message and "bears its own cost" in found.message
    assert not made.proposes


def test_much_text_without_marks_takes_no_hours() -> None:
    """Every line of text without a mark is likened to every line of a clause that lost its own."""
    built = [f"Each party number {number} pays its own cost of the hearing and no more." for number in range(1500)]
    clauses = (RecordedClause("gone", "_gone", tuple(built)), RecordedClause("here", "_here", ("Here.",)))
    record = Record("mou", "Maple", "2026-11-24", "1", "f", (), {}, clauses, {})
    lines = tuple(
        Line((Piece(f"Each party numbered {number} bears its own cost of a hearing."),), Place.CLAUSE, "_here")
        for number in range(1500)
    )
    start = time.process_time()
    (found,) = compared(record, Body(lines, frozenset(["_here"]), ()), {}).findings
    assert time.process_time() - start < 2
    assert found.code == "LK752"


def test_a_footnote_is_told_and_not_passed_over(county: County) -> None:
    def edit(draft: Draft) -> None:
        run = etree.SubElement(draft.paragraph("bears its own cost"), f"{Q}r")
        etree.SubElement(run, f"{Q}footnoteReference", {f"{Q}id": "2"})

    made = county.review(edit)
    assert [(one.code, "a footnote" in one.message) for one in made.findings] == [("LK756", True)]
    assert not made.is_settled


def test_a_clause_that_was_moved_as_a_whole_is_told(county: County, before: dict[str, str]) -> None:
    def edit(draft: Draft) -> None:
        sentence = draft.paragraph(before["term"].split("\n")[-1])
        last = draft.paragraph(before["withdrawal"].split("\n")[-1])
        heading = sentence.getprevious()
        last.addnext(sentence)
        last.addnext(heading)

    made = county.review(edit)
    assert ["moved as a whole" in one.message for one in made.findings] == [True]
    assert not made.proposes


def test_a_mandatory_clause_taken_out_stays_and_is_told(county: County, before: dict[str, str]) -> None:
    def edit(draft: Draft) -> None:
        text, _, box = before["definitions"].partition("\nDecision needed\n")
        for line in (box, *reversed(text.split("\n"))):
            draft.delete(line.partition("§")[0][:40])

    made = county.review(edit)
    assert [one.code for one in made.findings] == ["LK754"]
    assert not made.proposes
    assert not made.is_settled


@pytest.mark.parametrize(
    ("words", "new", "says"),
    [
        ("Decision needed", "Decided", "box"),
        ("Maple Falls Police Department", "Maple Falls Police", "agencies.falls-police"),
        ("Term, Withdrawal and Termination", "Term", "heading of the article"),
    ],
)
def test_what_cannot_be_proved_is_a_question(county: County, words: str, new: str, says: str) -> None:
    made = county.review(lambda draft: draft.write(words, new))
    shown = [*(one.message for one in made.findings), *(value.path for value in made.values)]
    assert any(says in one for one in shown)
