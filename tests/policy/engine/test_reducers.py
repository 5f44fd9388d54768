"""What is made from lists that are known in part."""

from __future__ import annotations

import json
from typing import Any

import pytest

from leadkit.policy.cases.spoken import fact_at
from leadkit.policy.engine import load
from leadkit.policy.policy import Policy
from tests.policy.engine.policies import ALWAYS, COLLECTIONS, case, policy, rule

CONVICTIONS = {"reduce": "count", "of": "records", "where": {"fact": "record.kind", "in": ["conviction"]}}
OPIATES = {"reduce": "total", "of": "items", "fact": "weight", "where": {"fact": "item.substance", "in": ["opiate"]}}
GREATEST = {"reduce": "greatest_total", "of": "items", "fact": "weight", "where": {"all": []}, "per": "substance"}


def _interval(reducer: dict[str, Any], **facts: Any) -> Any:
    """What a decision tells of a number: itself, or the least and the greatest that it may be."""
    one = rule(
        "some", {"any": [{"fact": "made", "at_least": 0}, {"fact": "consents", "is": True}]}, pathways=["social"]
    )
    decision = load(policy(one, reducers={"made": reducer})).decide(case(pathway="social", **facts))
    (reason,) = decision["reasons"]
    return {**reason["facts"], **reason["restricted_facts"]}["made"]


def item(substance: str | None = None, weight: int | None = None) -> dict[str, Any]:
    return {"substance": substance, "weight": weight}


@pytest.mark.parametrize(
    ("reducer", "facts", "expected"),
    [
        (CONVICTIONS, {}, [0, None]),
        (CONVICTIONS, {"records": None}, [0, None]),
        (CONVICTIONS, {"records": []}, 0),
        (CONVICTIONS, {"records": [{"kind": "conviction"}, {"kind": "open"}, {}]}, [1, 2]),
        (OPIATES, {"items": []}, 0),
        (OPIATES, {"items": [item("opiate", 5), item("cocaine", 7), item("opiate", 1)]}, 6),
        (OPIATES, {"items": [item("opiate", 5), item(None, 7)]}, [5, 12]),
        (OPIATES, {"items": [item("opiate", 5), item("opiate")]}, [5, None]),
        (OPIATES, {"items": [item("opiate", 5), item("cocaine")]}, 5),
        (OPIATES, {"items": [item()]}, [0, None]),
        (GREATEST, {"items": []}, 0),
        (GREATEST, {"items": [item("opiate", 5), item("cocaine", 7), item("opiate", 4)]}, 9),
        (GREATEST, {"items": [item("opiate", 5), item("cocaine", 7), item(None, 4)]}, [7, 11]),
        (GREATEST, {"items": [item("opiate", 1), item(None, 4), item(None, 3)]}, [4, 8]),
        (GREATEST, {"items": [item("opiate", 5), item("cocaine")]}, [5, None]),
    ],
)
def test_a_number_is_known_as_exactly_as_its_list(
    reducer: dict[str, Any], facts: dict[str, Any], expected: Any
) -> None:
    assert json.dumps(_interval(reducer, **facts)) == json.dumps(expected)


@pytest.mark.parametrize(
    ("comparison", "records", "expected"),
    [
        ({"at_least": 2}, ["conviction", None], None),
        ({"at_least": 2}, ["conviction", "conviction"], True),
        ({"at_least": 2}, ["conviction", "open"], False),
        ({"at_least": 1}, ["conviction", None], True),
        ({"below": 2}, ["conviction", None], None),
        ({"below": 3}, ["conviction", None], True),
        ({"below": 1}, ["conviction", None], False),
    ],
)
def test_a_number_within_bounds_is_compared_in_three_values(
    comparison: dict[str, int], records: list[str | None], expected: bool | None
) -> None:
    one = rule("many", {"fact": "made", **comparison}, pathways=["social"])
    facts = {"records": [{"kind": kind} for kind in records]}
    decision = load(policy(one, reducers={"made": CONVICTIONS})).decide(case(pathway="social", **facts))
    assert decision["rules"]["many"] is expected


def test_which_entries_count_may_rest_on_a_fact_of_the_contact() -> None:
    where = {"all": [CONVICTIONS["where"], {"fact": "consents", "is": False}]}
    one = rule("any", {"fact": "made", "at_least": 1}, pathways=["social"])
    engine = load(policy(one, reducers={"made": {**CONVICTIONS, "where": where}}))
    records = [{"kind": "conviction"}]
    assert engine.decide(case(pathway="social", records=records))["missing"] == ["consents"]
    assert engine.outcome(case(pathway="social", records=records, consents=False)) == ("not_eligible", ("any",))
    assert engine.decide(case(pathway="social", records=[], consents=None))["outcome"] == "eligible"


@pytest.mark.parametrize(
    ("secret", "made"),
    [
        (None, {**OPIATES, "where": ALWAYS}),
        ("substance", OPIATES),
        ("substance", GREATEST),
        ("weight", {**OPIATES, "where": ALWAYS}),
    ],
)
def test_a_number_is_restricted_where_anything_is_that_it_rests_on(secret: str | None, made: dict[str, Any]) -> None:
    items = COLLECTIONS["items"]
    facts = {name: {**fact, "restricted": name == secret} for name, fact in items["facts"].items()}
    heavy = policy(
        rule("heavy", {"fact": "made", "at_least": 1}, pathways=["social"]),
        reducers={"made": made},
        collections={**COLLECTIONS, "items": {**items, "facts": facts}},
    )
    (reason,) = load(heavy).decide(case(pathway="social", items=[item("opiate", 5)]))["reasons"]
    assert ("made" in reason["restricted_facts"]) is (secret is not None)
    written = Policy.model_validate_json(json.dumps(heavy))
    assert fact_at(written, "made") == (None, secret is not None)
