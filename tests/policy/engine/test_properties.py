"""What holds of every policy and every case."""

from __future__ import annotations

import json
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from leadkit.policy.engine import load
from leadkit.policy.policy import Policy
from tests.policy.strategies import Json, cases, completions, policies

DECIDED = {"eligible", "needs_discretion", "not_eligible"}


@given(policies())
def test_the_random_policies_are_policies(policy: Json) -> None:
    """So that what is shown here is shown of what a program compiles to."""
    Policy.model_validate_json(json.dumps(policy))


@given(policies(), cases(), st.data())
def test_answering_never_changes_a_decided_outcome(policy: Json, case: Json, data: st.DataObject) -> None:
    """So, too, what is unknown never makes anybody eligible."""
    engine = load(policy)
    outcome, holding = engine.outcome(case)
    after, holding_after = engine.outcome(data.draw(completions(case)))
    assert outcome in (after, "needs_information")
    assert set(holding) <= set(holding_after)


@given(policies(), cases(known=True))
def test_where_everything_is_known_no_information_is_needed(policy: Json, case: Json) -> None:
    decision = load(policy).decide(case)
    assert decision["outcome"] in DECIDED
    assert None not in decision["rules"].values()


@given(policies(), cases())
def test_the_short_way_and_the_long_way_agree(policy: Json, case: Json) -> None:
    engine = load(policy)
    decision = engine.decide(case)
    holding = tuple(name for name, value in decision["rules"].items() if value is True or (value and True in value))
    assert engine.outcome(case) == (decision["outcome"], holding)


@given(policies(), cases())
def test_facts_are_missing_exactly_where_the_outcome_is_not_decided(policy: Json, case: Json) -> None:
    decision = load(policy).decide(case)
    assert bool(decision["missing"]) == (decision["outcome"] == "needs_information")


@given(policies(), cases(), st.randoms())
def test_the_order_of_rules_charges_and_entries_does_not_matter(policy: Json, case: Json, random: Random) -> None:
    shuffled = {**policy, "rules": random.sample(policy["rules"], len(policy["rules"]))}
    facts = {
        name: random.sample(value, len(value)) if isinstance(value, list) else value
        for name, value in case["facts"].items()
    }
    outcome, holding = load(policy).outcome(case)
    other, holding_other = load(shuffled).outcome({**case, "facts": facts})
    assert (outcome, set(holding)) == (other, set(holding_other))
