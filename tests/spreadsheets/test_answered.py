"""``leadkit import`` into a program that lists under ``open`` what the spreadsheet brings."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leadkit.check import check
from leadkit.cli.group import command

from .conftest import PROGRAM

Make = Callable[..., Path]
Run = Callable[..., Result]
ENTRY = "  services.providers: {why: undecided, question: Who helps?, owner: convener, due: 2027-01-15}\n"
OTHER = "  roles: {why: undecided, question: Who does what?, owner: convener, due: 2027-01-15}\n"
SERVICES = """\
services:
  caseload_ratio: 20
  abstinence_required: no
  treatment_required: no
  time_limited: no
  waiting_list: {kept: no}
  access: {languages: [en]}
"""
ROWS = "Name,Kind\nHub,Food\n"


@pytest.fixture
def undecided(program: Path) -> Path:
    """A program that has not decided who provides services."""
    (program / "services.yaml").write_text(SERVICES, encoding="utf-8")
    (program / "program.yaml").write_text(PROGRAM.replace("  as_of", "  state: WA\n  as_of"), encoding="utf-8")
    (program / "open.yaml").write_text(f"# What is left.\nopen:\n{ENTRY}{OTHER}", encoding="utf-8")
    return program


def said_open(folder: Path) -> str:
    return (folder / "open.yaml").read_text("utf-8")


def contradictions(folder: Path) -> list[str]:
    return [one.code for one in check(folder) if one.code == "LK502"]


def test_what_is_answered_is_taken_out_of_open(undecided: Path, sheet: Make, run: Run) -> None:
    result = run("services", sheet(ROWS), undecided)
    assert result.return_value == 0, result.output
    assert "\nTaken out of open: services.providers.\nWrote " in result.output
    assert said_open(undecided) == f"# What is left.\nopen:\n{OTHER}"
    assert contradictions(undecided) == []


@pytest.mark.parametrize("entry", [ENTRY, ENTRY.replace("{", "\n    ").replace(", ", "\n    ").replace("}", "")])
def test_the_last_entry_leaves_a_section_that_says_nothing(undecided: Path, sheet: Make, run: Run, entry: str) -> None:
    (undecided / "open.yaml").write_text(f"open:\n{entry}# The end.\n", encoding="utf-8")
    assert run("services", sheet(ROWS), undecided).return_value == 0
    assert said_open(undecided) == "open: {}\n# The end.\n"


WHOLE = ENTRY.replace(".providers", "")
LONG = """\
  services.providers:
    why: undecided
    # Ann asks them
    question: Who helps?
    owner: convener
    due: 2027-01-15
"""
KEPT = {
    "it holds a remark": (f"open:\n{ENTRY.rstrip()}  # Ann asks them\n{OTHER}", "services.providers"),
    "it holds a remark within": (f"open:\n{LONG}{OTHER}", "services.providers"),
    "it is the last, and holds a remark": (f"open:\n{LONG}", "services.providers"),
    "it stands beside others": (f"open: {{{ENTRY.strip()}, {OTHER.strip()}}}\n", "services.providers"),
    "the section lacks more": (f"open:\n{WHOLE}{OTHER}", "services"),
}


@pytest.mark.parametrize(("text", "path"), KEPT.values(), ids=KEPT)
def test_what_cannot_be_taken_out_stays_and_the_error_is_said(
    undecided: Path, sheet: Make, run: Run, text: str, path: str
) -> None:
    if path == "services":
        (undecided / "services.yaml").unlink()
    (undecided / "open.yaml").write_text(text, encoding="utf-8")
    result = run("services", sheet(ROWS), undecided)
    assert f'LK502 error: "{path}" is listed as open, but it has a value.' in result.output
    assert "    The new entries stand there now: take the entry under open out, " in result.output
    assert result.output.endswith("the program has an error now: put it right before you build.\n")
    assert result.return_value == 1
    assert said_open(undecided) == text
    assert "Hub" in (undecided / "services.yaml").read_text("utf-8")


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1)])
def test_without_yes_it_is_asked_first(
    undecided: Path, sheet: Make, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    monkeypatch.setattr("leadkit.cli.import_.asks_on_terminal", lambda: True)
    arguments = ["import", "services", str(sheet(ROWS)), "--into", str(undecided)]
    result = CliRunner().invoke(command, arguments, input=f"y\n{answer}\n", standalone_mode=False)
    assert "answered by the new entries: services.providers. Take it out there?" in result.output
    assert (result.return_value, ENTRY in said_open(undecided)) == (code, code == 1)


def test_json_asks_nothing_and_tells(undecided: Path, sheet: Make, run: Run) -> None:
    columns = ("--map", "Name=name", "--map", "Kind=kind", "--json")
    result = run("services", sheet(ROWS), undecided, *columns, yes=False)
    assert (result.return_value, json.loads(result.output)["closed"]) == (1, [])
    (undecided / "services.yaml").write_text(SERVICES, encoding="utf-8")
    result = run("services", sheet(ROWS), undecided, *columns)
    assert (result.return_value, json.loads(result.output)["closed"]) == (0, ["services.providers"])
