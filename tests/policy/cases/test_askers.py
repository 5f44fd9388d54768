"""Which rules ask a fact, also through a number that is made from a list."""

from __future__ import annotations

import json

import pytest

from leadkit.policy.cases.askers import rules_that_ask
from leadkit.policy.policy import Policy
from tests.policy.engine.policies import ALWAYS, policy, rule

GREATEST = {"reduce": "greatest_total", "of": "items", "fact": "weight", "where": ALWAYS, "per": "substance"}
HEAVY = rule("heavy", {"fact": "heaviest", "at_least": 6})


@pytest.mark.parametrize("name", ["items", "items.1.weight", "items.1.substance"])
def test_what_is_added_up_apart_is_asked_by_the_rule_that_compares_the_sum(name: str) -> None:
    written = Policy.model_validate_json(json.dumps(policy(HEAVY, reducers={"heaviest": GREATEST})))
    assert [one.id for one in rules_that_ask(written, name)] == ["heavy"]
    assert rules_that_ask(written, "charges.1.offence") == []
