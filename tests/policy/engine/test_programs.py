"""The engine reads what programs compile to."""

from __future__ import annotations

import json

import leadkit
from leadkit.policy.compile import compile_policy
from leadkit.policy.engine import load
from leadkit.resources import programs


def test_an_empty_case_of_the_example_county_needs_information_that_a_few_facts_give() -> None:
    policy = compile_policy(leadkit.load(programs() / "example-county"), name="example-county")
    assert policy is not None
    engine = load(json.loads(policy.model_dump_json(by_alias=True)))
    for pathway in policy.pathways:
        decision = engine.decide({"on": policy.on, "pathway": pathway, "facts": {}})
        assert json.loads(json.dumps(decision)) == decision
        assert decision["outcome"] in {"needs_information", "not_eligible"}
        assert bool(decision["deciding"]) == (decision["outcome"] == "needs_information")
        assert decision["deciding"] != "not decided"
