"""``leadkit import`` shows what it takes the columns for, and asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leadkit.cli.group import command

from .conftest import entry, files

Make = Callable[..., Path]
Run = Callable[..., Result]


def test_the_columns_are_shown_and_confirmed(
    program: Path, sheet: Make, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = sheet("Partner,Kind,Wheelchairs\nHub,jail,yes\n")
    before = files(program)
    result = run("agencies", file, program, yes=False)
    assert "A  Partner      legal_name (guessed)  Hub\n" in result.output
    assert "C  Wheelchairs  kept as a note        yes\n" in result.output
    assert "say --yes" in str(result.exception)
    assert files(program) == before
    monkeypatch.setattr("leadkit.cli.import_.asks_on_terminal", lambda: True)
    arguments = ["import", "agencies", str(file), "--into", str(program)]
    refused = CliRunner().invoke(command, arguments, input="n\n", standalone_mode=False)
    assert (refused.return_value, files(program)) == (1, before)
    asked = CliRunner().invoke(command, arguments, input="?\nperhaps\ny\n", standalone_mode=False)
    assert "invalid" not in asked.output
    assert "Each line above is a column" in asked.output
    assert asked.output.count("Write yes or no; ? explains the question.") == 1
    assert entry(program, "agencies", "hub", "type") == "jail"


def test_columns_that_are_all_given_need_no_confirmation(program: Path, sheet: Make, run: Run) -> None:
    said = ("--map", "Who=legal_name", "--map", "What=type", "--map", "Secret=leave_out")
    result = run("agencies", sheet("Who,What,Secret\nHub,jail,SSN 1\n"), program, *said, yes=False)
    assert result.return_value == 0, result.output
    assert "SSN" not in (program / "agencies.yaml").read_text("utf-8")


def test_a_map_of_nothing_is_a_mistake_of_usage(program: Path, sheet: Make, run: Run) -> None:
    result = run("agencies", sheet("Who,What\nHub,jail\n"), program, "--map", "Whom=legal_name", yes=False)
    assert "Did you mean" in str(result.exception)
