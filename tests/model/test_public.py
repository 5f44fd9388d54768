"""What everybody may read of a program's own text, which its draft papers carry along."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from leadkit.model.load import load
from leadkit.model.public import PublicText
from leadkit.resources import programs
from leadkit.source import read
from leadkit.source.tree import plain
from leadkit.source.writing import to_yaml


@cache
def _plain() -> Any:
    return plain(read(programs() / "example-county").root)


@pytest.fixture
def county() -> Any:
    return copy.deepcopy(_plain())


def _public(county: Any, folder: Path) -> Any:
    (folder / "program.yaml").write_text(to_yaml(county), encoding="utf-8")
    standing = load(folder).resolve()
    assert standing.program is not None
    return PublicText(standing.program).part(plain(standing.resolution.root))


def test_what_is_confidential_is_left_out_whatever_else_is_said(county: Any, tmp_path: Path) -> None:
    county["services"]["providers"]["haven"]["location"] |= {"street": "Zqx Street 1", "visibility": "public"}
    lodge = county["services"]["providers"]["wellness-lodge"]
    lodge |= {"location": {"street": "Zqy Street 1", "confidential": "yes", "visibility": "public"}}
    county["areas"]["haven-house"] |= {"visibility": "public", "name": "Zqz House"}
    told = to_yaml(_public(county, tmp_path))
    assert "haven:" in told
    assert not [mark for mark in ("Zqx", "Zqy", "Zqz") if mark in told]


def test_the_id_of_what_is_kept_back_is_no_word_of_what_is_public(county: Any, tmp_path: Path) -> None:
    county["services"]["providers"]["job-works"]["areas"] = "haven-house"
    county["services"]["providers"]["wellness-lodge"]["areas"] = ["haven-house", "sample-river-land"]
    public = _public(county, tmp_path)
    providers = public["services"]["providers"]
    assert "areas" not in providers["job-works"]
    assert providers["wellness-lodge"]["areas"] == ["sample-river-land"]
    assert "haven-house" not in to_yaml(public)


def test_a_figure_of_too_few_people_is_left_out(county: Any, tmp_path: Path) -> None:
    seen = county["measures"]["indicators"]["intake-in-window"]["observations"]
    seen["2025"] |= {"numerator": "7", "denominator": "98", "remark": "Zqx"}
    public = _public(county, tmp_path)
    assert [*public["measures"]["indicators"]["intake-in-window"]["observations"]] == ["2024"]
    assert "referrals" in public["measures"]["indicators"]
