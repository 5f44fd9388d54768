"""A case as somebody tells it becomes the engine's, or findings at its lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from leadkit.policy.cases.case import told
from leadkit.policy.cases.desk import Decided, Desk
from leadkit.source import read_text

Decide = Callable[..., Decided]


def _facts(decided: Decided) -> dict[str, Any]:
    assert decided.case is not None, decided.found
    facts: dict[str, Any] = decided.case["facts"]
    return facts


def test_a_list_may_be_keyed_by_id_or_be_a_list_or_be_empty(decide: Decide) -> None:
    keyed = _facts(decide("charges: {a: {offence: theft}, b: {offence: trespass}}"))
    listed = _facts(decide("charges: [{offence: theft}, {offence: trespass}]"))
    assert keyed == listed == {"charges": [{"offence": "theft"}, {"offence": "trespass"}]}
    for empty in ("records: {}", "records: []", "records: none"):
        assert _facts(decide(empty)) == {"records": []}
    assert _facts(decide("records:")) == {"records": None}


@pytest.mark.parametrize(
    ("facts", "code", "line", "said"),
    [
        ("aeg: 34", "LK240", 4, 'Did you mean "age"?'),
        ("charge.offence: theft", "LK240", 4, 'in an entry of "charges"'),
        ("age: 34\nage-of-moon: 1", "LK240", 5, "No rule asks"),
        ("charges:\n  a:\n    offense: theft", "LK240", 6, 'Did you mean "offence"?'),
        ("charges:\n  a:\n    offence: teft", "LK241", 6, 'Did you mean "theft"?'),
        ("charges: theft", "LK241", 4, '"charges" is a list'),
        ("charges: [theft]", "LK241", 4, '"charges.1" should hold'),
        ("age: [34]", "LK241", 4, '"age" has one answer'),
        ("items: {a: {weight: 2}}", "LK241", 4, "items.1.weight"),
        ("age: 131", "LK241", 4, "at most 130"),
        ("records: {a: {convicted: 2031}}", "LK241", 4, "after the day of the contact"),
        ("records: {a: {offence: a bad thing}}", "LK241", 4, "or cite it"),
        ("charges: {}", "LK241", 4, "must not be empty"),
    ],
)
def test_what_cannot_be_taken_is_a_finding_at_its_line(
    decide: Decide, facts: str, code: str, line: int, said: str
) -> None:
    decided = decide(facts)
    assert decided.case is None and decided.decision is None
    [found] = decided.found
    assert (found.code, found.spans[0].line) == (code, line)
    assert said in found.message + found.remedy


def test_every_fault_of_a_case_is_told_at_once(decide: Decide) -> None:
    assert len(decide("age: old\nconsents: maybe\nmoon: full").found) == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("pathways: x", 'Did you mean "pathway"?'),
        ("facts: [age]", "facts"),
        ("on: {day: 1}", '"on"'),
        ("nothing_else: perhaps", "yes or no"),
    ],
)
def test_what_no_case_has_is_a_finding(text: str, said: str) -> None:
    _, found = told(read_text(text, "case.yaml")[0])
    assert any(said in one.message + one.remedy for one in found)


def test_a_pathway_is_known_by_its_name_too_and_must_be_said(decide: Decide) -> None:
    assert decide("age: 34", pathway="Officer social contact").case is not None
    assert 'Did you mean "social-contact"?' in decide("age: 34", pathway="social-contct").found[0].remedy
    assert decide("age: 34", pathway="").found[0].code == "LK242"


def test_json_is_read_as_yaml_is(desk: Desk) -> None:
    text = '{"pathway": "social-contact", "facts": {"age": 34, "consents": true, "records": [], "time": null}}'
    case, _ = told(read_text(text, "case.json")[0])
    read = desk.read(case).case
    assert read is not None
    assert read["facts"] == {"age": 34, "consents": True, "records": [], "time": None}
