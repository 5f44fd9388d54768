"""What a Spanish paper says: the same values as the English one, nothing of leadkit's in English, its mark."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from leadkit.documents import to_markdown
from leadkit.documents.tree.inline import Inline, Text, Value
from leadkit.documents.tree.trace import walk
from leadkit.documents.words import words_of
from leadkit.documents.write.cover import head, notices, page_head
from leadkit.model.audience import audience_of
from leadkit.model.base import Visibility
from leadkit.model.program.section import OwnText
from tests.documents.annex.conftest import _standing
from tests.documents.spanish.conftest import DRAFTS, PAPERS, REVIEWED

ENGLISH = re.compile(
    r"\b(?:the|and|or|of|to|you|your|is|are|not|for|with|by|from|this|that|who|what|my|page|draft|version|as|date|"
    r"name|signature|field|see|nothing|adopted|status|yes)\b",
    re.IGNORECASE,
)
"""Words of English that no Spanish sentence has."""
NAME = "Bridgeway Outreach and Care"
"""A name that the county's own Spanish texts hold."""
FIGURES = re.compile(r"[0-9][0-9:.,/-]*[0-9]|[0-9]")
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
)  # fmt: skip
PHONE = re.compile(r"\b[0-9]{3}-[0-9]{3}-[0-9]{4}\b")


def _own(inline: Inline) -> bool:
    return isinstance(inline, Text | Value) and not inline.language


@pytest.mark.parametrize("document", PAPERS)
def test_a_paper_has_the_clauses_of_the_english_one_in_the_same_places(paper, document) -> None:
    both = [paper(document, language).document for language in ("en", "es")]
    english, spanish = (
        [(article.id, clause.id, [section.id for section in clause.sections])
         for article in each.articles for clause in article.clauses]
        for each in both
    )  # fmt: skip
    assert spanish == english


@pytest.mark.parametrize("document", PAPERS)
def test_a_paper_prints_the_same_values(paper, document) -> None:
    """Every field, and every figure of a phone, an hour, an amount, a date or a law, stands as often in both."""
    english, spanish = (paper(document, language).document.articles for language in ("en", "es"))
    paths = [Counter(node.path for node in walk(each) if isinstance(node, Value)) for each in (english, spanish)]
    assert paths[0] == paths[1]
    figures = [Counter(found for node in walk(each) if isinstance(node, Value) for found in FIGURES.findall(node.text))
               for each in (english, spanish)]  # fmt: skip
    assert figures[0] == figures[1]


def test_dates_and_phones_are_read_back_equal(paper) -> None:
    both = [to_markdown(paper("participant-rights", language).document) for language in ("en", "es")]
    assert PHONE.findall(both[0]) == PHONE.findall(both[1]) != []
    day = paper("participant-rights").document.cover.on
    found = re.search(r"Al ([0-9]+)\.?º? de ([a-z]+) de ([0-9]{4})", both[1])
    assert found is not None
    assert (int(found[1]), MONTHS.index(found[2]) + 1, int(found[3])) == (day.day, day.month, day.year)


@pytest.mark.parametrize("document", PAPERS)
def test_no_word_of_leadkit_is_english(paper, document) -> None:
    made = paper(document).document
    said = [node.text for node in walk((made.articles, made.cover, head(made), page_head(made))) if _own(node)]
    said += [*notices(made), made.cover.title, *(article.title for article in made.articles)]
    assert [each for each in said if ENGLISH.search(each.replace(NAME, ""))] == []


@pytest.mark.parametrize("document", PAPERS)
def test_names_and_citations_are_marked_as_english(paper, document) -> None:
    marked = {node.text for node in walk(paper(document).document) if isinstance(node, Value) and node.language}
    assert "Example County Law Enforcement Assisted Diversion" in marked


@pytest.mark.parametrize("document", DRAFTS)
def test_a_draft_says_so_in_both_languages(paper, document) -> None:
    made = paper(document).document
    assert made.preliminary
    printed = to_markdown(made)
    assert "Aprobado (el texto en inglés)" in printed or "Borrador (el texto en inglés)" in printed
    assert printed.startswith(f"**{words_of('es').preliminary} {words_of('en').preliminary}**")


@pytest.mark.parametrize("document", REVIEWED)
def test_a_reviewed_one_says_who_reviewed_it_and_when(paper, document) -> None:
    printed = to_markdown(paper(document).document)
    assert words_of("es").preliminary not in printed
    assert re.search(r"Traducción revisada por County language office \(invented\), [39] de \w+ de 202[56]", printed)


def test_what_the_program_wrote_in_english_stays_english_and_is_marked(over) -> None:
    piece = "procedure: {grievance: {how: By telling the desk.}}\n"
    made = over("grievance-form", piece).document
    (how,) = [node for node in walk(made) if isinstance(node, Value) and node.path == "procedure.grievance.how"]
    assert (how.text, how.language) == ("by telling the desk.", "en")


def test_the_texts_of_a_public_program_are_not_public_by_that() -> None:
    """A text may be one of a field that the program keeps close; a draft carries what is public of its source."""
    program = _standing("example-county").program
    texts = {"close": OwnText(text="A shelter", said_in={"es": "Un refugio"})}
    section = program.program.model_copy(update={"visibility": Visibility.PUBLIC, "texts": texts})
    public = program.model_copy(update={"program": section})
    assert audience_of(public, ("program", "name")) is Visibility.PUBLIC
    assert audience_of(public, ("program", "texts", "close", "text")) is Visibility.INTERNAL


def test_an_absent_value_is_told_in_spanish(over) -> None:
    piece = (
        "procedure: {grievance: {made_to: ~}}\n"
        "open: {procedure.grievance.made_to: {why: undecided, question: To whom does one complain?, "
        "owner: county-counsel, due: 2027-01-15}}\n"
    )
    printed = to_markdown(over("grievance-form", piece).document)
    assert "**Falta una decisión**" in printed
    assert "Responsable: county counsel. Plazo: 15 de enero de 2027." in printed
    assert "Decision needed" not in printed
