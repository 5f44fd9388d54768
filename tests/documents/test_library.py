"""Clauses that several documents share, and the reasons for which a program can have no document."""

from __future__ import annotations

from datetime import date

import pytest

from leadkit.documents import compose, to_markdown
from leadkit.documents.library import document_ids, load

ON = date(2026, 3, 1)
OUTLINE = """title: One
jurisdiction: jurisdiction
holds: eligibility
{refusals}articles:
  a: {{title: A, clauses: [standing, own]}}
"""
REFUSAL = "refusals:\n  early: {when: agreement.status == 'draft', because: Too early., remedy: Wait.}\n"


@pytest.fixture
def folder(tmp_path):
    """A document with a clause of its own, beside a shared one with its phrases."""

    def make(refusals: str = ""):
        for name in ("one", "shared"):
            (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / "one/outline.yaml").write_text(OUTLINE.format(refusals=refusals), encoding="utf-8")
        (tmp_path / "one/01-own.md").write_text("---\nid: own\ntitle: Own\n---\nIts own.\n", encoding="utf-8")
        shared = '---\nid: standing\ntitle: Standing\n---\nIt is {{ agreement.status | phrase("status") }}.\n'
        (tmp_path / "shared/01-standing.md").write_text(shared, encoding="utf-8")
        (tmp_path / "shared/phrases.yaml").write_text("status: {draft: a first draft}\n", encoding="utf-8")
        return tmp_path

    return make


def test_a_clause_that_a_document_lacks_is_the_shared_one_with_its_phrases(folder, program):
    root = folder()
    assert document_ids(root) == ("one",)
    document = compose(program(), "one", ON, templates=root).document
    assert "It is a first draft." in to_markdown(document)


def test_a_clause_of_its_own_goes_before_the_shared_one(folder, program):
    root = folder()
    own = "---\nid: standing\ntitle: Standing\n---\nIt stands.\n"
    (root / "one/02-standing.md").write_text(own, encoding="utf-8")
    document = compose(program(), "one", ON, templates=root).document
    assert "It stands." in to_markdown(document)
    assert "first draft" not in to_markdown(document)


def test_the_digest_of_a_document_covers_what_it_shares(folder):
    root = folder()
    before = load("one", root).digest
    file = root / "shared/01-standing.md"
    file.write_text(file.read_text(encoding="utf-8").replace("It is", "It was"), encoding="utf-8")
    assert load("one", root).digest != before


def test_a_fault_in_a_shared_clause_is_told_with_its_file(folder, program):
    root = folder()
    (root / "shared/01-standing.md").write_text("no head\n", encoding="utf-8")
    found = compose(program(), "one", ON, templates=root).diagnostics
    assert [each.spans[0].file for each in found] == ["shared/01-standing.md"]


def test_the_first_reason_that_holds_refuses_the_document(folder, program):
    root = folder(REFUSAL)
    composition = compose(program(), "one", ON, templates=root)
    assert composition.document is None
    assert [(each.code, each.message, each.remedy) for each in composition.diagnostics] == [
        ("LK719", "Too early.", "Wait.")
    ]
    root = folder(REFUSAL.replace("draft", "adopted"))
    assert compose(program(), "one", ON, templates=root).document is not None


def test_a_refusal_without_its_remedy_is_no_outline(folder, program):
    root = folder("refusals:\n  early: {when: agreement.status, because: Too early.}\n")
    found = compose(program(), "one", ON, templates=root).diagnostics
    assert [each.code for each in found] == ["LK713"]
    assert "remedy" in found[0].remedy
