"""A name that is too long for the system is a finding or a mistake of usage, never a fault of leadkit's."""

from __future__ import annotations

from pathlib import Path

import pytest
from click import UsageError
from click.testing import CliRunner

from leadkit.cli.group import command

LONG = "a" * 300
PROGRAM = "schema_version: 1\nprogram: {name: Pine County LEAD}\n"


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in {"county": PROGRAM, "over": f"extends: ../{LONG}\n"}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "all.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "answers.yaml").write_text("name: Pine County\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("check over", "LK161"),
        ("fix over", "Left: 1 error"),
        ("migrate over", "LK161"),
        ("show over program", "leadkit check over"),
        (f"check county --out {LONG}", "LK716"),
        (f"schema --out {LONG}", "LK716"),
        (f"build {LONG}", "LK104"),
        (f"build county --out {LONG}", "LK2"),
    ],
)
def test_a_name_that_is_too_long_is_a_finding(arguments: str, says: str) -> None:
    result = CliRunner().invoke(command, arguments.split(), standalone_mode=False)
    assert (result.exception, result.return_value) == (None, 1)
    assert says in result.output


def test_there_is_no_program_with_a_name_that_is_too_long() -> None:
    arguments = ["new", "pine", "--like", LONG, "--answers", "answers.yaml"]
    result = CliRunner().invoke(command, arguments, standalone_mode=False)
    assert isinstance(result.exception, UsageError)
    assert result.exception.message.startswith(f"There is no program {LONG[:59]}…. Name a folder")
