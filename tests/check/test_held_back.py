"""What was not checked is told where errors kept rules from being run, and nowhere else."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from leadkit.check import check_jurisdiction
from leadkit.check.held_back import holding_back
from leadkit.model.load import load
from leadkit.resources import programs


def _held(folder: Path, on: date | None = None) -> list[str]:
    jurisdiction = load(folder.as_posix())
    return [one.code for one in holding_back(jurisdiction, check_jurisdiction(jurisdiction, on), on)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example county that a test may spoil."""
    return Path(shutil.copytree(programs() / "example-county", tmp_path / "county"))


def _spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_sound_program_was_checked_in_full(folder: Path) -> None:
    assert _held(folder) == []


def test_an_error_of_shape_holds_back_the_rules_that_read_its_section(folder: Path) -> None:
    _spoil(folder / "agencies.yaml", "can_sign: yes", "can_sign: perhaps")
    assert _held(folder) == ["LK204"]


def test_a_file_that_cannot_be_read_holds_back_every_rule(folder: Path) -> None:
    (folder / "more.yaml").write_text("notes: [\n", encoding="utf-8")
    assert _held(folder) == ["LK126"]


def test_another_version_of_the_format_holds_back_every_rule(folder: Path) -> None:
    _spoil(folder / "program.yaml", "schema_version: 1", "schema_version: 2")
    assert _held(folder) == ["LK291"]


def test_an_error_of_shape_in_what_no_rule_reads_holds_back_none(folder: Path) -> None:
    _spoil(folder / "sources.yaml", "kind: ", "kind: no-such-")
    assert [one.code for one in check_jurisdiction(load(folder.as_posix())) if one.is_error] == ["LK203"]
    assert _held(folder) == []


def test_an_error_of_a_rule_holds_back_none(folder: Path) -> None:
    _spoil(folder / "pathways.yaml", "agencies: [", "agencies: [no-such-agency, ")
    assert [one.code for one in check_jurisdiction(load(folder.as_posix())) if one.is_error] == ["LK301"]
    assert _held(folder) == []


def test_a_folder_without_a_program_has_nothing_to_check(tmp_path: Path) -> None:
    assert _held(tmp_path) == []
    assert _held(tmp_path / "missing") == []
