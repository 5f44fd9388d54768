"""What the compiler can only ask as a whole is found, wherever it stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from leadkit.check.rules.lk480_asked_as_a_whole import check
from leadkit.check.subject import Subject
from leadkit.model.load import load

CASES = Path(__file__).parents[1] / "policy" / "compile" / "cases.yaml"
OVER = {
    name: case
    for name, case in yaml.load(CASES.read_text(encoding="utf-8"), yaml.BaseLoader).items()
    if "asked_whole" in case
}


@pytest.mark.parametrize("name", OVER)
def test_each_of_them_is_a_finding(name: str, over_county: Callable[[str], Path]) -> None:
    jurisdiction = load(over_county(json.dumps(OVER[name]["over"])))
    standing = jurisdiction.resolve()
    assert standing.program is not None
    found = list(check(Subject(jurisdiction, standing, standing.program)))
    assert [one.path for one in found] == OVER[name]["asked_whole"]
    assert all(one.spans for one in found)
