"""What the compiler can only ask as a whole is found, wherever it stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from leadkit.check import check

CASES = Path(__file__).parents[1] / "policy" / "compile" / "cases.yaml"
OVER = {
    name: case
    for name, case in yaml.load(CASES.read_text(encoding="utf-8"), yaml.BaseLoader).items()
    if "asked_whole" in case
}


@pytest.mark.parametrize("name", OVER)
def test_each_of_them_is_a_finding(name: str, over_county: Callable[[str], Path]) -> None:
    found = [one for one in check(over_county(json.dumps(OVER[name]["over"]))) if one.code == "LK480"]
    assert {one.path for one in found} == set(OVER[name]["asked_whole"])
    assert all(one.spans for one in found)
