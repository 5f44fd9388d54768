"""Counsel's edition: the memorandum's own words and numbers, and below each clause a note that is true."""

from __future__ import annotations

from collections.abc import Callable

from leadkit.documents import Composition
from leadkit.documents.counsel_edition import NotPrinted
from leadkit.documents.library import default_root, load
from leadkit.documents.tree.blocks import Box, BoxKind, Signature
from leadkit.documents.tree.document import Clause, Section
from leadkit.documents.tree.plain import base_text
from leadkit.documents.tree.trace import walk
from tests.sampling import takes_long

EDITION, ISSUES = "counsel-edition", "counsel-issues"
Print = Callable[..., Composition]
Words = Callable[[Composition], str]
CLAUSES = load("mou", default_root()).clauses
OPEN_TERM = """
agreement: {disputes: ~, insurance: ~}
open:
  agreement.disputes: {why: undecided, question: Who settles a dispute?, owner: prosecutor, due: 2027-01-15}
law: {verified: {wa-71.24.589: {by: County counsel, on: 2026-11-02}}}
"""


def _clauses(composition: Composition) -> dict[str, Clause]:
    assert composition.document is not None
    return {clause.id: clause for article in composition.document.articles for clause in article.clauses}


def _note(clause: Clause) -> str:
    (box,) = [node for node in walk(clause) if isinstance(node, Box) and node.kind is BoxKind.COUNSEL]
    return base_text(Clause(clause.id, (Section("note", (), (box,)),)))[0]


def test_every_clause_of_the_memorandum_says_why_it_is_there_and_what_it_rests_on() -> None:
    assert [id_ for id_, each in CLAUSES.items() if not (each.why.endswith(".") and each.basis.endswith("."))] == []


@takes_long
def test_the_edition_keeps_every_word_and_number_of_the_memorandum(composed: Print) -> None:
    memorandum, edition = composed("mou"), composed(EDITION)
    printed = _clauses(edition)
    for id_, clause in _clauses(memorandum).items():
        assert [each.number for each in printed[id_].sections] == [each.number for each in clause.sections]
        if not any(isinstance(node, Signature) for node in walk(clause)):
            assert base_text(printed[id_])[0] == f"{base_text(clause)[0]}\n{_note(printed[id_])}", id_
    assert memorandum.document is not None and edition.document is not None
    assert memorandum.document.cover.fingerprint in base_text(printed["edition-reading"])[0]
    assert memorandum.document.cover.fingerprint != edition.document.cover.fingerprint


def test_a_note_says_why_on_what_basis_what_decides_and_which_law_nobody_compared(composed: Print) -> None:
    note = _note(_clauses(composed(EDITION))["insurance"])
    assert note.splitlines() == [
        "Why: A nonprofit has no tax base: cover stands behind its promises.",
        "Basis: The usual terms of public contracts (to be verified by counsel).",
        "Standing: Optional: it stands where the program calls for it. Decided by agreement.insurance.",
    ]
    term = _note(_clauses(composed(EDITION))["term"])
    assert "Needs agreement.term." in term
    liability = _note(_clauses(composed(EDITION))["liability"])
    assert liability.splitlines()[-1] == "Law cited: Not yet compared: RCW 4.96.010."


def test_what_is_open_and_who_compared_a_law_stand_in_the_note(altered: Print, text: Words) -> None:
    found = altered(EDITION, OPEN_TERM)
    clauses = _clauses(found)
    assert "Law cited: RCW 71.24.589: compared by County counsel, November 2, 2026." in _note(clauses["authority"])
    assert "Open here:" in _note(clauses["disputes"])
    assert "| Who settles a dispute? | " in text(found)
    assert "January 15, 2027 |" in text(found)


def test_a_citation_is_not_found_inside_a_longer_one(composed: Print) -> None:
    subpoenas = _note(_clauses(composed(EDITION))["immigration"])
    assert subpoenas.splitlines()[-1] == "Law cited: Not yet compared: RCW 10.93.160."


def test_nobody_can_sign_the_edition_and_counsel_alone_reads_it(composed: Print, text: Words) -> None:
    edition = composed(EDITION).document
    assert edition is not None
    assert edition.audience == "privileged"
    assert not any(isinstance(node, Signature) for node in walk(edition))
    assert "this edition is not signed" in text(composed(EDITION))


def test_clauses_that_the_memorandum_lacks_are_listed_with_what_brings_them_in(altered: Print, text: Words) -> None:
    printed = text(altered(EDITION, OPEN_TERM))
    assert "| An Agreement to Plan | An agreement to plan a program is not an agreement to run one. |" in printed
    row = NotPrinted("Insurance", CLAUSES["insurance"].why, "agreement.insurance")
    assert f"| {row.title} | {row.why} | {row.fields} |" in printed


@takes_long
def test_the_list_of_issues_names_what_is_open_and_each_clause_that_nobody_verified(
    altered: Print, text: Words
) -> None:
    printed = text(altered(ISSUES, OPEN_TERM))
    assert "| Who settles a dispute? | " in printed
    waiting = {id_ for id_, each in CLAUSES.items() if "(to be verified by counsel)" in each.basis}
    printed_ids = {id_ for id_ in _clauses(altered(EDITION, OPEN_TERM)) if id_ in waiting}
    assert len(printed_ids) > 50
    assert printed.count("| \\_\\_\\_") == len(printed_ids)
    assert "The Sheriff’s Office: the Sheriff commands the office’s deputies alone" in printed


@takes_long
def test_an_annex_that_was_approved_with_the_memorandum_is_told(composed: Print, text: Words) -> None:
    printed = text(composed(ISSUES))
    boards = "Example County Board of Commissioners and Sampleton City Council"
    assert f"| Information sharing | All parties together may change it | {boards} |" in printed
    assert "Nothing is open in the memorandum" in printed


def test_a_program_compiled_from_public_sources_has_no_counsel(composed: Print, refusal: Words) -> None:
    assert "only counsel of its own parties" in refusal(composed(EDITION, "santa-fe-nm"))
