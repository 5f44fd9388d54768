"""What a scenario names must be declared, also in its lists (LK498)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.check import check


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ("area: downtown-cor", 'Did you mean "downtown-core"?'),
        ("charges: {a: {offence: posession}}", 'Did you mean "possession"?'),
        ("charges: [{substance: heroine}]", 'Did you mean "heroin"?'),
        ("items: {a: {offence: theft}, b: {substance: moon-dust}}", "eligibility.substances"),
        ("area: outside", None),
        ("area: unknown", None),
        ("charges: {a: {offence: unlisted, substance: other-substance}}", None),
        ("records: {a: {offence: RCW 9A.32.030}}", None),
    ],
)
def test_what_a_scenario_names_is_declared(over_county: Callable[[str], Path], facts: str, said: str | None) -> None:
    folder = over_county(f"scenarios: {{made-up: {{title: A case, pathway: arrest-diversion, facts: {{{facts}}}}}}}")
    found = [one for one in check(folder) if one.code == "LK498"]
    assert [said in one.remedy for one in found if said] == ([True] if said else [])
    assert len(found) == bool(said)
