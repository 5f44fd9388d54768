"""Every format says in which language its words are, page and run, and carries the mark of a draft on every page."""

from __future__ import annotations

import io
import zipfile

import lxml.html
import pytest
from lxml import etree

from leadkit.documents import to_docx, to_html, to_pdf
from leadkit.documents.words import words_of
from leadkit.documents.write.docx.xml import W
from leadkit.documents.write.pdf.content import content
from tests.documents.spanish.test_papers import ENGLISH, NAME

DRAFT, REVIEWED = "grievance-form", "release-of-information"


@pytest.fixture(scope="module")
def parts():
    """The parts of a paper's Word file, read."""
    return lambda document: {
        name: etree.fromstring(package.read(name))
        for package in [zipfile.ZipFile(io.BytesIO(to_docx(document)))]
        for name in package.namelist()
        if name.endswith(".xml")
    }


def test_the_word_file(paper, parts) -> None:
    found = parts(paper(DRAFT).document)
    language = found["docProps/core.xml"].find("{http://purl.org/dc/elements/1.1/}language")
    assert language.text == "es-US"
    default = found["word/styles.xml"].find(f".//{{{W}}}rPrDefault//{{{W}}}lang")
    assert default.get(f"{{{W}}}val") == "es-US"
    runs = {each.getparent().getparent().findtext(f"{{{W}}}t"): each.get(f"{{{W}}}val")
            for each in found["word/document.xml"].iter(f"{{{W}}}lang")}  # fmt: skip
    assert runs["Public Health"] == "en-US"
    assert set(runs.values()) == {"en-US"}
    (header,) = [tree for name, tree in found.items() if name.startswith("word/header")]
    assert "".join(header.itertext()) == f"{words_of('es').preliminary} {words_of('en').preliminary}"
    footer = "".join(found["word/footer1.xml"].itertext())
    assert "Página" in footer
    assert "Page" not in footer


def test_a_reviewed_word_file_has_no_mark(paper, parts) -> None:
    assert not any(name.startswith("word/header") for name in parts(paper(REVIEWED).document))


@pytest.mark.parametrize("document", [DRAFT, REVIEWED])
def test_the_web_page(paper, document) -> None:
    page = lxml.html.fromstring(to_html(paper(document).document))
    assert page.get("lang") == "es-US"
    assert page.xpath("//*[@lang='en']")
    for each in page.xpath("//*[@lang='en'] | //style"):
        each.drop_tree()
    heard = [*page.body.itertext(), *page.xpath("//@aria-label")]
    assert [each for each in heard if ENGLISH.search(each.replace(NAME, ""))] == []


def test_each_printed_page_of_the_web_page_has_the_mark(paper) -> None:
    assert f'@top-left {{ content: "{words_of("es").preliminary}' in to_html(paper(DRAFT).document)


def test_the_pdf(paper) -> None:
    made = paper(DRAFT).document
    assert b"/Lang (es-US)" in to_pdf(made) or b"/Lang(es-US)" in to_pdf(made)
    shown = content(made)
    assert [run.get("language") for run in shown["page_head"][0]] == [None, "en"]
    assert (shown["page"], shown["pages"], shown["language"]) == ("Página", "de", "es")


def test_an_english_page_is_as_it_was(paper, parts) -> None:
    made = paper(DRAFT, "en").document
    assert content(made)["page_head"] == []
    assert "lang=" not in to_html(made).split("<body")[1]
    assert not list(parts(made)["word/document.xml"].iter(f"{{{W}}}lang"))
