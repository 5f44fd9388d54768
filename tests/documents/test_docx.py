"""The DOCX: native numbers, right cached references, hidden bookmarks, the record of the clauses."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from leadkit.documents import to_docx
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
from leadkit.documents.tree.inline import Reference, Text, Value
from leadkit.documents.tree.numbering import number
from leadkit.documents.tree.plain import base_text
from leadkit.documents.tree.trace import walk
from leadkit.documents.write.docx.identity import clause_bookmark
from leadkit.documents.write.docx.record import NAMESPACE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def document(composed) -> Document:
    made = composed(from_public_sources=True).document
    assert made is not None
    return made


@pytest.fixture
def package(document):
    return docx.Document(io.BytesIO(to_docx(document)))


def body(package):
    return package.element.body


def test_parts_are_ours_alone_and_in_a_fixed_order(document):
    archive = zipfile.ZipFile(io.BytesIO(to_docx(document)))
    names = archive.namelist()
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])
    assert not {"docProps/app.xml", "docProps/thumbnail.jpeg", "word/stylesWithEffects.xml"} & set(names)
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_title_language_page_and_dates(package):
    properties = package.core_properties
    assert (properties.title, properties.language) == ("Memorandum of Understanding", "en-US")
    assert properties.created.date() == properties.modified.date() == date(2026, 3, 1)
    section = package.sections[0]
    assert (section.page_width.inches, section.page_height.inches) == (8.5, 11)
    assert section.left_margin.inches == section.top_margin.inches == 1
    assert package.styles.element.find(f".//{W}docDefaults//{W}lang").get(qn("w:val")) == "en-US"


def test_every_style_that_is_used_exists_and_numbers_come_by_style(package):
    used = {each.get(qn("w:val")) for each in body(package).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    known = {each.get(qn("w:styleId")) for each in package.styles.element.iter(f"{W}style")}
    assert used <= known
    linked = {each.get(qn("w:val")) for each in package.part.numbering_part.element.iter(f"{W}pStyle")}
    assert {"Heading1", "Heading2", "Item1", "Item2", "Item3", "AppendixHeading", "AppendixSection"} == linked
    headings = [p for p in package.paragraphs if p.style.style_id == "Heading1"]
    assert [p.text for p in headings] == [
        "Purpose and Definitions", "Duties of the Parties", "Limits on Amounts", "Term and Withdrawal",
    ]  # fmt: skip


def test_numbers_point_at_definitions_that_exist(package):
    root = package.part.numbering_part.element
    numbers = {each.get(qn("w:numId")) for each in root.iter(f"{W}num")} | {"0"}
    used = {
        each.get(qn("w:val")) for part in (body(package), package.styles.element) for each in part.iter(f"{W}numId")
    }
    assert used <= numbers


def fields_of(root):
    """Each field as its instruction and cached result."""
    found, stack = [], []
    for each in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t", f"{W}tab"):
        kind = each.get(qn("w:fldCharType"))
        if kind == "begin":
            stack.append(["", "", False])
        elif kind == "separate":
            stack[-1][2] = True
        elif kind == "end":
            instruction, result, _ = stack.pop()
            found.append((instruction.strip(), result))
        elif stack and each.tag == f"{W}instrText":
            stack[-1][0] += each.text
        elif stack and stack[-1][2]:
            stack[-1][1] += each.text or ""
    assert not stack
    return found


def test_references_are_fields_with_the_numbers_of_the_tree(document, package):
    wanted = [node.number for node in walk(document) if isinstance(node, Reference) and node.number]
    found = [(instruction, result) for instruction, result in fields_of(body(package)) if instruction.startswith("REF")]
    assert [result for _, result in found] == wanted
    names = {each.get(qn("w:name")) for each in body(package).iter(f"{W}bookmarkStart")}
    assert {instruction.split()[1] for instruction, _ in found} <= names


def test_contents_are_cached_and_link_to_headings(package):
    instructions = [instruction for instruction, _ in fields_of(body(package))]
    assert sum(each.startswith("TOC") for each in instructions) == 1
    entries = [p.text for p in package.paragraphs if p.style.style_id in {"TOC1", "TOC2"}]
    assert entries[:4] == [
        "Recitals",
        "Article 1\tPurpose and Definitions",
        "1.1\tPurpose",
        "1.2\tDefinitions",
    ]
    anchors = {each.get(qn("w:anchor")) for each in body(package).iter(f"{W}hyperlink")}
    assert anchors <= {each.get(qn("w:name")) for each in body(package).iter(f"{W}bookmarkStart")}


def test_bookmarks_are_hidden_short_unique_and_closed(document, package):
    starts = list(body(package).iter(f"{W}bookmarkStart"))
    names = [each.get(qn("w:name")) for each in starts]
    ids = [each.get(qn("w:id")) for each in starts]
    assert len(set(names)) == len(names) and len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"_[A-Za-z0-9_]{1,39}", name) for name in names)
    assert sorted(ids) == sorted(each.get(qn("w:id")) for each in body(package).iter(f"{W}bookmarkEnd"))
    assert {clause_bookmark(each.id) for each in walk(document) if isinstance(each, Clause)} <= set(names)


def test_a_new_clause_leaves_the_identities_of_the_others_alone(document, package):
    shorter = Document(document.id, document.audience, document.cover, document.articles[1:])
    after = docx.Document(io.BytesIO(to_docx(number(shorter))))

    def identities(root):
        return {(each.get(qn("w:name")), each.get(qn("w:id"))) for each in root.iter(f"{W}bookmarkStart")}

    assert identities(body(after)) < identities(body(package))


def test_tables_repeat_their_header_and_keep_rows_whole(package):
    table = package.tables[0]._tbl
    rows = table.findall(f"{W}tr")
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert table.getnext().tag == f"{W}p"
    assert sum(int(each.get(qn("w:w"))) for each in table.iter(f"{W}gridCol")) == 8640


def test_signature_blocks_stay_on_one_page(package):
    lines = [p for p in package.paragraphs if p.style.style_id in ("SignatureLine", "SignatureRule")]
    kept = [p._p.find(f"{W}pPr/{W}keepNext") is not None for p in lines]
    assert kept == [True] * 6 + [False] + [True] * 6 + [False] + [True] * 4 + [False]


def test_footer_says_where_the_facts_come_from_and_counts_pages(package):
    texts = [p.text for p in package.sections[0].footer.paragraphs]
    assert texts[0].startswith("Compiled from public sources.")
    assert texts[1] == "Memorandum of Understanding · Draft 1.0 · as of March 1, 2026\tPage 1 of 1"


def test_the_record_holds_each_clause_and_the_spans_of_its_values(document):
    archive = zipfile.ZipFile(io.BytesIO(to_docx(document)))
    parts = [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.startswith("customXml/item")]
    record = next(part for part in parts if etree.QName(part).namespace == NAMESPACE)
    clauses = {each.id: each for each in walk(document) if isinstance(each, Clause)}
    read = {each.get("id"): each for each in record}
    assert list(read) == list(clauses)
    for id_, each in read.items():
        text, spans = base_text(clauses[id_])
        words = each.find(f"{{{NAMESPACE}}}text").text
        assert words == text
        values = [(v.get("path"), words[int(v.get("start")) : int(v.get("end"))]) for v in each[1:]]
        assert values == [(span.path, text[span.start : span.end]) for span in spans]
    term = {v.get("path"): v for v in read["term"][1:]}
    start, end = int(term["agreement.term"].get("start")), int(term["agreement.term"].get("end"))
    assert read["term"][0].text[start:end] == "two years"


def test_items_of_each_unnumbered_section_begin_at_the_first_again():
    sections = tuple(Section(each, (), (ItemList((Item((Text(each),)),)),)) for each in ("one", "two"))
    article = Article("a", "Plain", ArticleKind.PLAIN, tuple(Clause(each.id, (each,)) for each in sections))
    cover = Cover("Cover", (), (), (), date(2026, 3, 1), "")
    package = docx.Document(io.BytesIO(to_docx(number(Document("d", "public", cover, (article,))))))
    items = [p for p in package.paragraphs if p.style.style_id == "Item1"]
    numbers = [p._p.find(f"{W}pPr/{W}numPr/{W}numId").get(qn("w:val")) for p in items]
    assert len(set(numbers)) == 2
    for each in package.part.numbering_part.element.iter(f"{W}num"):
        if each.get(qn("w:numId")) in numbers:
            levels = {level.get(qn("w:ilvl")) for level in each.iter(f"{W}lvlOverride")}
            assert levels == {"2", "3", "4"}
            assert {start.get(qn("w:val")) for start in each.iter(f"{W}startOverride")} == {"1"}


# A value may hold anything that `printable` lets through; XML must carry all of it.
ANY_TEXT = st.text(max_size=80).map(printable).filter(bool)


@given(text=ANY_TEXT, other=ANY_TEXT)
def test_any_text_in_any_place_reads_back_literally(text, other):
    value, second = Value(text, "x"), Value(other, "y")
    blocks = (
        Paragraph((value, Text(" and "), second)),
        ItemList((Item((value,), (ItemList((Item((second,)),)),)),)),
        Table((((value,)), (second,)), (Row(((second,), (value,))),), caption=(value,)),
        Box(BoxKind.DECISION_NEEDED, ((value,),)),
        Signature((value,), (), (SignatureLine("Name", (second,)),)),
    )
    section = Section("s", (value,), blocks)
    article = Article("a", text, ArticleKind.ARTICLE, (Clause("c", (section,)),))
    cover = Cover("Cover", (value,), (Text("Draft"),), (), date(2026, 3, 1), "")
    package = docx.Document(io.BytesIO(to_docx(number(Document("d", "public", cover, (article,))))))
    texts = [p.text for p in package.paragraphs]
    start = texts.index("Open\tNothing") + 1
    assert texts[start:] == [
        text, text, f"{text} and {other}", text, other, text, "", f"Decision needed\n{text}",
        text, f"Name:\t{other}",
    ]  # fmt: skip
    assert [[cell.text for cell in row.cells] for row in package.tables[0].rows] == [
        [text, other],
        [other, text],
    ]


@pytest.mark.gate("soffice", "pdftotext")
def test_libreoffice_counts_the_same_numbers(document, tmp_path):
    """LibreOffice works every reference out again: planted wrong numbers come back right."""
    source = zipfile.ZipFile(io.BytesIO(to_docx(document)))
    planted = tmp_path / "planted.docx"
    pattern = r"(instrText[^>]*> REF [^<]*</w:instrText></w:r><w:r><w:fldChar [^>]*/></w:r><w:r><w:t[^>]*>)[^<]*"
    with zipfile.ZipFile(planted, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                text, count = re.subn(pattern, r"\g<1>99.99(z)", part.decode("utf-8"))
                assert count == 8
                part = text.encode("utf-8")
            target.writestr(name, part)
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*command, str(tmp_path), str(planted)], check=True, capture_output=True, timeout=120)
    pdf = str(tmp_path / "planted.pdf")
    read = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, timeout=60)
    words = " ".join(read.stdout.decode("utf-8").split())
    assert "99.99" not in words
    assert (
        "rests on Recital B. Withdrawal is governed by Section 4.2, and notice by Section 4.2(a) of Article 4" in words
    )
    assert "meetings follow Appendix A." in words
    assert "The record under Section 3.1(a)(ii) is kept." in words
    for printed in (
        "Article 3 Limits on Amounts",
        "(A) the name of the charging",
        "(c) It is kept",
        "A.1 Meetings",
    ):
        assert printed in words
