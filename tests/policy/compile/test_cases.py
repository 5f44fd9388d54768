"""What the program says, and the rule that it becomes: each field of eligibility and pathways in its turns."""

from __future__ import annotations

import pytest

from tests.policy.compile.conftest import CASES, Compiling


@pytest.mark.parametrize("name", CASES)
def test_a_piece_of_a_program_becomes_these_rules(name: str, case: Compiling) -> None:
    wanted, found = CASES[name], case(name)
    policy = found.policy
    rules = {rule.id: rule for rule in policy.rules}
    for rule, expected in wanted["rules"].items():
        if expected is None:
            assert rule not in rules
            continue
        got = rules[rule].model_dump(mode="json", by_alias=True, exclude_none=True)
        got["owners"] = [owner["by"] for owner in got["owners"]]
        assert {field: got[field] for field in expected} == expected, rule
    for reducer, expected in wanted.get("reducers", {}).items():
        assert policy.reducers[reducer].model_dump(mode="json", by_alias=True, exclude_none=True) == expected, reducer
    gaps = {gap.path: gap.why.value for gap in policy.open}
    assert wanted.get("open", {}).items() <= gaps.items()
    assert [".".join(one.path) for one in found.asked_whole] == wanted.get("asked_whole", [])
    questions = {
        f"{one.entry}.{fact}": declared.question
        for one in policy.collections.values()
        for fact, declared in one.facts.items()
    } | {fact: declared.question for fact, declared in policy.facts.items()}
    assert all(questions.values())
    assert wanted.get("facts", {}).items() <= questions.items()
    for word in wanted.get("without", ()):
        assert word not in policy.model_dump_json()
