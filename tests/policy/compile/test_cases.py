"""What the program says, and the rule that it becomes: each field of eligibility and pathways in its turns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.policy.compile.conftest import Compiling

_TEXT = Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8")
CASES: dict[str, dict[str, Any]] = yaml.safe_load(_TEXT)
OVER: dict[str, dict[str, Any]] = yaml.load(_TEXT, yaml.BaseLoader)
"""The same, with each scalar as text: as a planner's file is read."""


@pytest.mark.parametrize("name", CASES)
def test_a_piece_of_a_program_becomes_these_rules(name: str, over: Compiling) -> None:
    case = CASES[name]
    found = over(json.dumps(OVER[name]["over"]))
    policy = found.policy
    rules = {rule.id: rule for rule in policy.rules}
    for rule, expected in case["rules"].items():
        if expected is None:
            assert rule not in rules
            continue
        got = rules[rule].model_dump(mode="json", by_alias=True, exclude_none=True)
        got["owners"] = [owner["by"] for owner in got["owners"]]
        assert {field: got[field] for field in expected} == expected, rule
    for reducer, expected in case.get("reducers", {}).items():
        assert policy.reducers[reducer].model_dump(mode="json", by_alias=True, exclude_none=True) == expected, reducer
    gaps = {gap.path: gap.why.value for gap in policy.open}
    assert case.get("open", {}).items() <= gaps.items()
    assert [".".join(one.path) for one in found.asked_whole] == case.get("asked_whole", [])
    for word in case.get("without", ()):
        assert word not in policy.model_dump_json()
