"""What would change an outcome: every other answer to a known fact is tried, and the nearest are told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from leadkit.policy.engine import load
from tests.policy.engine.policies import case, policy, rule
from tests.policy.engine.trying import domain, known, with_answer
from tests.policy.strategies import COLLECTIONS, Json, cases, policies
from tests.sampling import examples


@settings(max_examples=examples(60))
@given(policies(), cases())
def test_the_changes_are_all_those_that_another_answer_brings(policy: Json, case: Json) -> None:
    engine = load(policy)
    decision = engine.decide(case)
    brought = {
        (name, outcome)
        for name in known(case)
        for answer in _others(name, case)
        if (outcome := engine.outcome(with_answer(case, name, answer))[0]) != decision["outcome"]
    }
    told = {(change["fact"], change["outcome"]) for change in decision["changes"]}
    assert len(told) == len(decision["changes"])
    assert told == brought
    for change in decision["changes"]:
        assert engine.outcome(with_answer(case, change["fact"], change["answer"]))[0] == change["outcome"]


def _others(name: str, case: Json) -> list[Any]:
    if name in COLLECTIONS:
        return [] if name == "charges" and case["pathway"] == "arrest" else [[]]
    return domain(name)


YOUNG = rule("young", {"fact": "age", "below": 18})
OLD = rule("old", {"fact": "age", "at_least": 65}, "presumptive")
RECENT = rule("recent", {"fact": "last-offer", "within": {"months": 12}})
HEAVY = rule(
    "heavy", {"fact": "opiates", "at_least": 6000}, pathways=["social"]
)  # fmt: skip
OPIATES = {"reduce": "total", "of": "items", "fact": "weight", "where": {"fact": "item.substance", "in": ["opiate"]}}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"age": 34}, [("age", 17, "not_eligible"), ("age", 65, "needs_discretion")]),
        ({"age": 17}, [("age", 18, "eligible"), ("age", 65, "needs_discretion")]),
        ({"age": 70}, [("age", 64, "eligible"), ("age", 17, "not_eligible")]),
        ({}, []),
    ],
)
def test_the_nearest_number_is_told(facts: Json, expected: list[Any]) -> None:
    assert _changes(load(policy(YOUNG, OLD)).decide(case(**facts))) == expected


@pytest.mark.parametrize(
    ("on", "written", "expected"),
    [
        ("2026-10-01", "2026-01-01", [("last-offer", "2025-09-30", "eligible")]),
        ("2026-10-01", "2020", [("last-offer", "2025-10-01", "not_eligible")]),
        ("2025-02-28", "2024-01-31", [("last-offer", "2024-02-28", "not_eligible")]),
        ("2024-02-29", "2024-01-31", [("last-offer", "2023-02-28", "eligible")]),
        ("0001-06-01", "0001-01-01", []),
    ],
)
def test_the_nearest_day_is_told(on: str, written: str, expected: list[Any]) -> None:
    assert _changes(load(policy(RECENT)).decide(case(on, last_offer=written))) == expected


def test_a_weight_is_told_beside_the_others() -> None:
    engine = load(policy(HEAVY, reducers={"opiates": OPIATES}))
    items = [{"substance": "opiate", "weight": 4000}, {"substance": "opiate", "weight": 1500}]
    assert _changes(engine.decide(case(pathway="social", items=items))) == [
        ("items.1.weight", 4500, "not_eligible"),
        ("items.2.weight", 2000, "not_eligible"),
    ]


def test_a_rule_that_is_only_weighed_changes_nothing() -> None:
    assert load(policy({**YOUNG, "strength": "advisory"})).decide(case(age=30))["changes"] == []


def _changes(decision: Json) -> list[Any]:
    return [(change["fact"], change["answer"], change["outcome"]) for change in decision["changes"]]


def test_a_case_of_a_thousand_charges_is_decided_without_trying_each_answer() -> None:
    decision = load(policy(YOUNG, OLD)).decide(case(age=34, charges=[{"offence": "theft"}] * 1000))
    assert decision["changes"] == "not decided"
    assert len(decision["charges"]) == 1000
