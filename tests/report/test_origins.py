"""``leadkit show --origin``: which folder wrote a value, what it replaced there, and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from leadkit.cli.group import command

BASE = """\
schema_version: 1
program: {name: State model, state: NY, as_of: 2026-11-24}
agencies:
  police: {legal_name: City Police, type: police, sworn_officers: 10}
  sheriff: {legal_name: Sheriff, type: sheriff}
sources: {S-1: {title: One}}
"""
REGION = """\
extends: ../state
change: {agencies: {police: {legal_name: Police of the Region}}}
"""
COUNTY = """\
extends: ../region
change:
  agencies:
    police:
      legal_name: Police of the County
      sworn_officers: {versions: {2024: 12, 2026: 14}}
add:
  agencies:
    police: {sources: {legal_name: S-1}}
    sheriff: {legal_name: Office of the Sheriff, type: sheriff}
remove:
  agencies.sheriff: {reason: It was renamed.}
  program.as_of: {reason: Not known.}
"""


@pytest.fixture(autouse=True)
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A county over a region over a state."""
    for name, text in {"state": BASE, "region": REGION, "county": COUNTY}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "program.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def _show(*arguments: str) -> str:
    result = CliRunner().invoke(command, ["show", "county", *arguments, "--origin"], standalone_mode=False)
    assert result.exception is None, result.output
    assert result.return_value == 0, result.output
    return result.output


def _value(path: str, *more: str) -> dict[str, object]:
    values = json.loads(_show(path, "--json", *more))["values"]
    return next(value for value in values if value["path"] == path)


def test_each_layer_that_set_a_value_is_named_the_newest_first() -> None:
    assert _show("agencies.police.legal_name").splitlines()[1:] == [
        "legal_name: Police of the County" + " " * 39 + " county/program.yaml:5",
        "    replaces Police of the Region at region/program.yaml:2",
        "    replaces City Police at state/program.yaml:4",
        "    because: sources S-1",
    ]


def test_json_has_the_layer_the_place_and_the_text_of_each() -> None:
    value = _value("agencies.police.legal_name")
    assert value["value"] == "Police of the County"
    assert value["written"] == {
        "layer": "county", "file": "county/program.yaml", "line": 5, "column": 19, "text": "Police of the County",
    }  # fmt: skip
    replaced = value["replaced"]
    assert isinstance(replaced, list)
    assert [(old["layer"], old["text"]) for old in replaced] == [
        ("region", "Police of the Region"), ("state", "City Police"),
    ]  # fmt: skip
    assert (value["why"], value["removed"]) == ("sources S-1", False)


def test_a_value_that_became_versions_still_tells_what_it_replaced() -> None:
    value = _value("agencies.police.sworn_officers", "--on", "2025-01-01")
    assert value["value"] == "12"
    assert [old["text"] for old in value["replaced"]] == ["10"]  # type: ignore[attr-defined]
    assert value["why"] is None


def test_what_stands_in_the_base_alone_replaced_nothing() -> None:
    assert _show("program.name").splitlines()[1:] == ["name: State model" + " " * 55 + "state/program.yaml:2"]


def test_a_removal_tells_its_reason_whether_asked_for_itself_or_for_what_is_around_it() -> None:
    told = ["program.as_of: [removed]" + " " * 48 + "county/program.yaml:13", "    was at state/program.yaml:2"]
    told.append("    because: Not known.")
    assert _show("program.as_of").splitlines()[1:] == told
    assert _show("program").splitlines()[-3:] == told
    value = _value("program.as_of")
    assert (value["value"], value["removed"], value["why"]) == (None, True, "Not known.")


def test_what_was_removed_and_added_anew_tells_why() -> None:
    assert _show("agencies.sheriff").splitlines()[1:4] == [
        "sheriff:" + " " * 64 + "county/program.yaml:10",
        "    was at state/program.yaml:5",
        "    because: It was renamed.",
    ]
    assert "[removed]" not in _show("agencies")


def test_a_base_cannot_be_shown() -> None:
    Path("state/base.yaml").write_text("base: yes\nprogram: {state: NY}\n", encoding="utf-8")
    Path("state/program.yaml").unlink()
    result = CliRunner().invoke(command, ["show", "state"], standalone_mode=False)
    assert result.return_value == 1
    assert "state is a base, and no program. Name a folder that extends it." in result.output


def test_a_removal_elsewhere_is_not_told() -> None:
    assert "removed" not in _show("agencies.police")
