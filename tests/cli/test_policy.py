"""``leadkit policy export``: the rules of a program as files for other systems."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
from click.testing import CliRunner

from leadkit.cli.group import command
from leadkit.policy.policy import Policy
from leadkit.resources import programs

COUNTY = programs() / "example-county"


def _run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(command, ["policy", *map(str, arguments)], standalone_mode=False)
    assert result.exception is None, result.output
    return result.return_value or 0, result.output


def test_export_writes_the_policy_of_a_day_and_the_schema_of_its_form(tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    code, printed = _run("export", COUNTY, "--on", "2025-02-01", "--out", out)
    assert code == 0
    assert printed.count("Wrote ") == 2
    text = (out / "policy.json").read_text(encoding="utf-8")
    policy = Policy.model_validate_json(text)
    assert (policy.program, policy.on, policy.format) == ("example-county", "2025-02-01", 1)
    assert text.endswith("}\n")
    jsonschema.validate(json.loads(text), json.loads((out / "policy.schema.json").read_text(encoding="utf-8")))


def test_export_writes_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert _run("export", COUNTY, "--out", tmp_path / name)[0] == 0
    for file in ("policy.json", "policy.schema.json"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_export_of_what_cannot_be_read_writes_nothing_and_says_what_to_do(tmp_path: Path) -> None:
    base = str(programs() / "new-mexico-base")
    result = CliRunner().invoke(command, ["policy", "export", base, "--out", str(tmp_path / "out")])
    assert (result.exit_code, "Name a folder that extends it." in result.output) == (1, True)
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_made_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, printed = _run("export", COUNTY, "--out", tmp_path / "file" / "out")
    assert code == 1
    assert "LK716" in printed
