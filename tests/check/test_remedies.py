"""A remedy that is named does away with the finding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.check import check
from leadkit.check.codes import find_code

Over = Callable[[str], Path]
DECISION = "kind: adopted, title: Departure from the model, date: 2024-02-21, body: policy-coordinating-group"


@pytest.mark.parametrize("code", ["LK521", "LK522", "LK523", "LK524", "LK527", "LK532"])
def test_a_decision_about_the_very_field_is_an_answer(code: str, over_county: Over) -> None:
    rule = find_code(code)
    assert rule
    found = [one for one in check(over_county(rule.wrong)) if one.code == code]
    paths = sorted({one.path for one in found})
    assert paths
    assert all(f"concerns: {one.path}." in one.remedy for one in found)
    decision = f"\ndecisions: {{D-99: {{{DECISION}, concerns: [{', '.join(paths)}]}}}}\n"
    assert not [one for one in check(over_county(rule.wrong + decision)) if one.code == code]
    elsewhere = decision.replace(paths[0], paths[0].rpartition(".")[0])
    assert [one for one in check(over_county(rule.wrong + elsewhere)) if one.code == code]
