"""The form of a policy: what it refuses, and what it says then."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from leadkit.policy.policy import Policy
from tests.policy.engine.policies import ALWAYS, Json, policy, rule

TOTAL: Json = {"reduce": "total", "of": "items", "fact": "weight", "where": ALWAYS}
GREATEST: Json = {**TOTAL, "reduce": "greatest_total", "per": "substance"}


def _read(made: Json) -> Policy:
    return Policy.model_validate_json(json.dumps(made))


@pytest.mark.parametrize("reducer", [TOTAL, GREATEST, {"reduce": "count", "of": "items", "where": ALWAYS}])
def test_numbers_are_made_from_what_is_declared(reducer: Json) -> None:
    assert _read(policy(reducers={"number": reducer})).reducers


@pytest.mark.parametrize(
    ("reducer", "why"),
    [
        ({**TOTAL, "reduce": "greatest_total"}, "greatest_total needs per"),
        ({**GREATEST, "reduce": "total"}, "total has none"),
        ({key: value for key, value in TOTAL.items() if key != "fact"}, "reducers.number.total.fact"),
        ({**TOTAL, "fact": "colour"}, '"number" needs "colour" in "items" to be a number'),
        ({**TOTAL, "fact": "substance"}, '"number" needs "substance" in "items" to be a number'),
        ({**GREATEST, "per": "weight"}, '"number" needs "weight" in "items" to be a choice'),
        ({**TOTAL, "of": "things"}, '"number" is made from the collection "things", which is not declared'),
    ],
)
def test_a_number_that_cannot_be_made_is_refused(reducer: Json, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        _read(policy(reducers={"number": reducer}))


@pytest.mark.parametrize(
    ("rules", "why"),
    [
        ([rule("one", ALWAYS), rule("two", ALWAYS), rule("one", ALWAYS)], '2 rules have the id "one"'),
        ([rule("one", ALWAYS, pathways=["arest"])], '"one" names the pathway "arest", which is not declared'),
        ([rule("one", ALWAYS, pathways=[])], '"one" names no pathway'),
    ],
)
def test_rules_that_cannot_be_told_apart_or_that_hold_nowhere_are_refused(rules: list[Json], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        _read(policy(*rules))


def test_rules_on_the_pathways_that_there_are_stand() -> None:
    made = _read(policy(rule("one", ALWAYS), rule("two", ALWAYS, pathways=["arrest", "social"])))
    assert [one.id for one in made.rules] == ["one", "two"]


@pytest.mark.parametrize("name", ["items", "age", "item.weight"])
def test_a_name_that_means_two_things_is_refused(name: str) -> None:
    made = policy(reducers={name: TOTAL})
    with pytest.raises(ValidationError, match=f'"{name}" is the name of 2 things'):
        _read(made)
