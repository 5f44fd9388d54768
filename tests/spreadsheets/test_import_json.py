"""``leadkit import --json``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click import UsageError
from click.testing import Result

Make = Callable[..., Path]
Run = Callable[..., Result]


def test_json_has_the_columns_and_what_came_of_the_rows(program: Path, sheet: Make, run: Run) -> None:
    file = sheet("Name,Shoe size\nHub,9\n")
    result = run("services", file, program, "--json")
    told = json.loads(result.output)
    assert set(told) == {
        "version", "file", "sheet", "columns", "written", "added", "closed", "already", "files", "findings", "brought",
    }  # fmt: skip
    assert told["columns"] == [
        {"column": "A", "head": "Name", "holds": "name", "guessed": True},
        {"column": "B", "head": "Shoe size", "holds": "notes", "guessed": True},
    ]
    assert (told["written"], told["added"], told["already"]) == (True, ["services.providers.hub"], 0)
    assert told["files"] == [(program / "services.yaml").as_posix()]
    assert (told["findings"], told["brought"]) == ([], [])
    again = json.loads(run("services", file, program, "--json").output)
    assert (again["written"], again["added"], again["already"], again["files"]) == (False, [], 1, [])


def test_json_has_why_nothing_was_written(
    program: Path, sheet: Make, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run("services", sheet("", "empty.csv"), program, "--json")
    told = json.loads(result.output)
    assert (result.return_value, told["written"], len(told["findings"])) == (1, False, 1)

    def refuse(_from: Path, _to: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    result = run("services", sheet("Name\nHub\n"), program, "--json")
    told = json.loads(result.output)
    assert (result.return_value, told["written"], told["added"]) == (1, False, [])
    assert told["findings"][0]["code"] == "LK716"


def test_json_asks_nothing(program: Path, sheet: Make, run: Run) -> None:
    result = run("services", sheet("Name\nHub\n"), program, "--json", yes=False)
    assert isinstance(result.exception, UsageError)
    assert result.output == ""
