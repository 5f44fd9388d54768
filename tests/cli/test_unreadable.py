"""A program that cannot be read is an error of the program, and no mistake of usage, for each command of documents."""

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
    result = CliRunner().invoke(
        command, [str(place) if each == "DIR" else each for each in ASKED[name]], standalone_mode=False
    )
    refused = result.exception
    code = refused.exit_code if isinstance(refused, click.ClickException) else result.return_value
    said = refused.format_message() if isinstance(refused, click.ClickException) else result.output
    assert code == 1, said
    told = {"broken": "is not closed", "nowhere": "There is no folder", "base": "is a base, and no program"}[kind]
    assert told in said
