"""A declaration is taken for misspelt only where many references want what nothing declares."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from leadkit.check import check
from leadkit.check.ask import slips
from leadkit.resources import programs


def test_an_agency_near_what_is_declared_elsewhere_is_unused_and_no_slip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []
    monkeypatch.setattr(slips, "nearest", lambda wanted, _: compared.append(wanted))
    county = shutil.copytree(programs() / "example-county", tmp_path / "county")
    with (county / "agencies.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "\n  lead-food-agency: {legal_name: Lead Food Agency, type: hospital}\n"
        )  # there is a role lead-agency
    assert [one.path for one in check(county) if one.code == "LK303"] == ["agencies.lead-food-agency"]
    assert compared == []  # no comparison for each declaration: a sheet may bring thousands
