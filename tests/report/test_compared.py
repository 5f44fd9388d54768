"""What is not decided, or cannot be compared, is never printed as if nothing were different."""

from __future__ import annotations

from typing import Any

import pytest

from leadkit.policy.analysis.analyze import Analysis, remarks
from leadkit.policy.analysis.compare import Comparison
from leadkit.policy.analysis.difference import difference
from leadkit.policy.policy import Policy
from leadkit.report import analyzed, compared
from tests.policy.analysis.random_policies import read
from tests.policy.engine.policies import ALWAYS, policy, rule

Json = dict[str, Any]
OPEN = {"fact": "record.kind", "in": ["open"]}
REDUCERS = {
    "any": {"reduce": "count", "of": "records", "where": ALWAYS},
    "open": {"reduce": "count", "of": "records", "where": OPEN},
    "closed": {"reduce": "count", "of": "records", "where": {"not": OPEN}},
}
TWICE = [rule(name, {"fact": name, "at_least": 2}) for name in ("open", "closed")]


def _policy(*rules: Json, **more: Any) -> Policy:
    return read(policy(*rules, reducers=REDUCERS, **more))


def _compare(old: Policy, new: Policy) -> Comparison:
    return Comparison(difference(old, new))


def test_a_kind_that_was_not_decided_is_named_with_the_rule_that_it_turns_on() -> None:
    found = _compare(_policy(*TWICE), _policy(rule("any", {"fact": "any", "at_least": 3}), *TWICE))
    printed = compared.render_text(found)
    assert "No case is known that is decided differently." in printed
    assert "Not decided, so that there may be more:" in printed
    assert "is eligible before and not eligible now. It turns on: any (any)" in printed
    assert "**Not decided, so that there may be more:**" in compared.render_markdown(found)
    assert '"undecided": [\n    {' in compared.render_json(found)


def test_a_remark_that_was_not_decided_stands_by_itself() -> None:
    made = _policy(rule("any", {"fact": "any", "at_least": 3}), *TWICE)
    printed = analyzed.render_text([Analysis(made, tuple(remarks(made)), 0)])
    assert "Not decided\n  any (any)\n    Whether this rule is ever the only reason was not decided.\n" in printed


def test_versions_without_a_common_pathway_are_not_called_alike() -> None:
    other = _policy(pathways={"post-overdose": {"name": "Visit", "needs_charge": False}})
    printed = compared.render_text(_compare(_policy(), other))
    assert "They share no pathway" in printed and "Every case is decided as before" not in printed
    assert "The pathway Visit is new." in printed


@pytest.mark.parametrize("colour", [True, False])
def test_what_nothing_tells_apart_is_said_in_one_sentence(colour: bool) -> None:
    printed = compared.render_text(_compare(_policy(*TWICE), _policy(*TWICE)), colour=colour)
    assert printed.endswith("Every case is decided as before.\n")
    assert ("\x1b[" in printed) is colour


def test_a_comment_notifies_nobody_and_no_text_of_a_program_is_markup() -> None:
    hostile = "Ask @chief #1 | `rm` <b>"
    made = rule("minimum", {"fact": "age", "below": 18}) | {"text": hostile}
    printed = compared.render_markdown(_compare(_policy(), _policy(made)))
    assert r"Ask \@&#8203;chief \#&#8203;1 \| \`rm\` \<b\>" in printed


def test_a_rule_whose_words_stay_tells_what_of_it_changes() -> None:
    strict = rule("flight", {"fact": "age", "below": 18})
    mild = rule("flight", {"fact": "age", "below": 18}, "presumptive", owners=[{"by": "chief"}])
    printed = compared.render_text(_compare(_policy(strict), _policy(mild)))
    assert printed.count("flight (flight)") == 1
    said = "  What changed: from absolute to presumptive; before, nobody may override it; now, chief may override it.\n"
    assert said in printed
    other = rule("flight", {"fact": "age", "below": 21})
    printed = compared.render_text(_compare(_policy(strict), _policy(other)))
    assert "Changed: flight (flight)\n  What changed: in which cases it holds.\n" in printed
