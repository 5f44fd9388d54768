"""A list that is written and empty is no answer, whatever it limits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.check import check_jurisdiction
from leadkit.model.load import load


@pytest.mark.parametrize(
    ("piece", "path"),
    [
        ("offences: {possession: {levels: []}}", "offences.possession.levels"),
        ("offences: {possession: {acts: []}}", "offences.possession.acts"),
        ("offences: {possession: {conditions: []}}", "offences.possession.conditions"),
        ("offences: {subsistence-sale: {approved_by: []}}", "offences.subsistence-sale.approved_by"),
        ("amounts: {sale: {offences: []}}", "amounts.sale.offences"),
        ("exclusions: {weapon-now: {kinds: []}}", "exclusions.weapon-now.kinds"),
        ("exclusions: {weapon-now: {kinds: [], strength: advisory}}", "exclusions.weapon-now.kinds"),
        ("exclusions: {weapon-now: {uses: []}}", "exclusions.weapon-now.uses"),
    ],
)
def test_an_empty_list_is_found_once(piece: str, path: str, over_county: Callable[[str], Path]) -> None:
    found = check_jurisdiction(load(over_county(f"{{eligibility: {{{piece}}}}}")))
    assert [one.path for one in found if one.code == "LK501"] == [f"eligibility.{path}"]


def test_each_empty_list_has_a_finding_of_its_own(over_county: Callable[[str], Path]) -> None:
    found = check_jurisdiction(load(over_county("{eligibility: {offences: {possession: {acts: [], levels: []}}}}")))
    paths = [one.path for one in found if one.code == "LK501"]
    assert sorted(paths) == [f"eligibility.offences.possession.{one}" for one in ("acts", "levels")]


def test_an_empty_list_that_is_open_is_explained(over_county: Callable[[str], Path]) -> None:
    entry = "{why: undecided, question: Which?, owner: policy-coordinating-group, due: 2027-06-01}"
    piece = (
        f"{{eligibility: {{offences: {{theft: {{acts: []}}}}}}, open: {{eligibility.offences.theft.acts: {entry}}}}}"
    )
    assert not [one for one in check_jurisdiction(load(over_county(piece))) if one.code == "LK501"]
