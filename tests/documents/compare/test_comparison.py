"""Clauses of two versions side by side."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pydantic import BaseModel

from leadkit.documents import Composition, compose
from leadkit.documents.compare.comparison import Change, Comparison, FieldChange, compare, in_order
from leadkit.documents.tree.document import Document

Compose = Callable[..., Composition]


@pytest.fixture
def compared(composed: Compose) -> Callable[..., Comparison]:
    def run(fields: tuple[FieldChange, ...] = (), **changes: object) -> Comparison:
        return compare(_text(composed()), _text(composed(**changes)), {each.path: each for each in fields})

    return run


def _text(made: Composition) -> Document:
    assert made.document is not None, made.diagnostics
    return made.document


def test_a_text_has_no_difference_from_itself(compared: Callable[..., Comparison]) -> None:
    found = compared()
    assert found.changed == ()
    assert found.cover == ()
    assert {each.change for each in found.clauses} == {Change.KEPT}


def test_a_changed_value_changes_the_clauses_that_print_it_and_names_the_field(
    compared: Callable[..., Comparison],
) -> None:
    term = FieldChange("agreement.term", "2 years", "3 years")
    other = FieldChange("agencies.county.signer", "A. Reyes", "B. Ortiz")
    found = compared((term, other), agreement={"term": "3 years"})
    assert found.changed
    assert {each.change for each in found.changed} == {Change.CHANGED}
    assert term in {field for each in found.changed for field in each.fields}
    assert not any(each.fields for each in found.clauses if each.change is Change.KEPT)


def test_a_clause_that_only_changes_its_number_is_kept(program: Callable[..., BaseModel], tmp_path: Path) -> None:
    clauses = {"first": "The law.", "second": 'See {{ ref("third") }}.', "third": "The third."}

    def text(*ids: str) -> Document:
        folder = tmp_path / "one"
        folder.mkdir(exist_ok=True)
        outline = f"title: One\njurisdiction: jurisdiction\narticles:\n  a: {{title: A, clauses: [{', '.join(ids)}]}}\n"
        (folder / "outline.yaml").write_text(outline, encoding="utf-8")
        for each in ids:
            clause = f"---\nid: {each}\ntitle: {each.title()}\n---\n{clauses[each]}\n"
            (folder / f"01-{each}.md").write_text(clause, encoding="utf-8", newline="\n")
        return _text(compose(program(), "one", date(2026, 3, 1), templates=tmp_path))

    found = compare(text("second", "third"), text("first", "second", "third"))
    assert [(each.id, each.change) for each in found.clauses] == [
        ("first", Change.ADDED), ("second", Change.KEPT), ("third", Change.KEPT),
    ]  # fmt: skip
    kept = found.clauses[2].sections[0]
    assert kept.old is not None
    assert kept.new is not None
    assert (kept.old.number, kept.new.number) == ("1.2", "1.3")


def test_the_lines_of_the_cover_are_compared(compared: Callable[..., Comparison]) -> None:
    found = compared(agreement={"version": "2.0"})
    assert "Version" in [each.label for each in found.cover]


@pytest.mark.parametrize(
    ("old", "new", "both"),
    [
        ("abc", "abc", "abc"),
        ("abc", "ac", "abc"),
        ("xabc", "abc", "xabc"),
        ("abcxy", "abc", "abcxy"),
        ("ab", "ba", "ba"),
        ("axb", "bya", "byax"),
        ("", "a", "a"),
        ("a", "", "a"),
    ],
)
def test_what_was_removed_stands_after_what_preceded_it(old: str, new: str, both: str) -> None:
    assert "".join(in_order(old, new)) == both
