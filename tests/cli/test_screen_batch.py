"""``leadkit screen --batch``: a file of charges at the command line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leadkit.cli.group import command
from leadkit.resources import programs

CHARGES = "charge.offence,age\nresisting,20\nmurder,20\n"


@pytest.fixture
def charges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "charges.csv"
    file.write_text(CHARGES, encoding="utf-8")
    return file


def _screen(*arguments: str, **more: bool) -> Result:
    given = ["--pathway", "arrest-diversion", "--on", "2026-12-01"]
    return CliRunner().invoke(command, ["screen", str(programs() / "example-county"), *given, *arguments], **more)


def test_a_file_is_decided_and_its_cases_are_counted(charges: Path) -> None:
    done = _screen("--batch", "charges.csv", "--out", "cases.csv")
    assert done.output.splitlines() == [
        "Wrote cases.csv: 1 case.",
        "  not eligible: 1",
        "Wrote cases.rejects.csv: 1 row that could not be decided.",
    ]
    assert Path("cases.csv").read_text(encoding="utf-8").startswith("row,outcome,rules,missing\n1,not_eligible,")


def test_a_program_may_read_what_came_of_it(charges: Path) -> None:
    done = _screen("--batch", "charges.csv", "--out", "cases.parquet", "--json")
    told = json.loads(done.output)
    assert (told.pop("out"), told.pop("rejects")) == ("cases.parquet", "cases.rejects.csv")
    assert told == {"cases": 1, "outcomes": {"not_eligible": 1}, "rejected": 1}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--batch", "charges.csv"], "Name the file to write with --out."),
        (["--batch", "charges.csv", "--out", "charges.csv"], "--out must be another file than --batch."),
        (["--batch", "charges.csv", "--out", "cases.xlsx"], "cases.xlsx must end in .csv or .parquet."),
        (["--batch", "charges.csv", "--out", "cases.csv", "--fact", "age=3"], "--batch goes with --out"),
        (["--fact", "age=3", "--out", "cases.csv"], "--out and --map go with --batch."),
    ],
)
def test_what_does_not_go_together_is_a_mistake_of_usage(charges: Path, arguments: list[str], says: str) -> None:
    done = _screen(*arguments)
    assert done.exit_code == 2
    assert says in " ".join(done.output.split())
    assert charges.read_text(encoding="utf-8") == CHARGES


def test_an_output_that_cannot_be_written_is_a_finding(charges: Path) -> None:
    done = _screen("--batch", "charges.csv", "--out", "nowhere/cases.csv", standalone_mode=False)
    assert done.return_value == 1
    assert "nowhere/cases.csv" in done.output


def test_without_the_packages_it_says_what_to_install(charges: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    exported = ["policy", "export", str(programs() / "example-county"), "--out", "out", "--tables"]
    for done in (_screen("--batch", "charges.csv", "--out", "cases.csv"), CliRunner().invoke(command, exported)):
        assert done.exit_code == 2
        assert "pip install 'leadkit[batch]'" in done.output
