"""A program that cannot be read is an error of the program, and no mistake of usage, for each command."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from leadkit.cli.group import command
from leadkit.resources import programs

COUNTY = str(programs() / "example-county")
ASKED = {
    "status": ["status", "DIR"],
    "deviations": ["deviations", "DIR"],
    "override": ["override", "DIR", "--document", "mou", "--list"],
    "redline": ["redline", "DIR", COUNTY],
    "amend": ["amend", "DIR", COUNTY],
    "build": ["build", "DIR"],
    "screen": ["screen", "DIR", "--fact", "age=34"],
    "analyze": ["analyze", "DIR"],
    "diff": ["diff", COUNTY, "DIR"],
    "export": ["policy", "export", "DIR", "--out", "out"],
}


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("kind", ["broken", "nowhere", "base"])
def test_the_exit_code_is_one(name: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    place = tmp_path / kind
    if kind == "broken":
        place.mkdir()
        (place / "program.yaml").write_text("program: [", encoding="utf-8")
    if kind == "base":
        place = programs() / "new-mexico-base"
    code, said = _run(ASKED[name], place)
    assert code == 1, said
    told = {"broken": "is not closed", "nowhere": "There is no folder", "base": "is a base, and no program"}[kind]
    assert told in said


@pytest.mark.parametrize("arguments", [["test", "DIR"], ["law", "list", "--program", "DIR"]], ids=["test", "law"])
def test_so_it_is_where_a_part_of_the_program_is_enough(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "program.yaml").write_text("program: [", encoding="utf-8")
    code, said = _run(arguments, tmp_path)
    assert (code, "cannot be read" in said) == (1, True), said


def _run(arguments: list[str], place: Path) -> tuple[int, str]:
    asked = [str(place) if each == "DIR" else each for each in arguments]
    result = CliRunner().invoke(command, asked, standalone_mode=False)
    refused = result.exception
    if isinstance(refused, click.ClickException):
        return refused.exit_code, refused.format_message()
    return result.return_value, result.output
