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
        (["--batch", "charges.csv", "--out", "charges.csv"], "charges.csv would be written over, and it is read"),
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


MAP = "columns: {charge.offence: charge.offence}\n"


@pytest.mark.parametrize(
    ("batch", "out", "link"),
    [
        ("charges.csv", "charges.csv", None),
        ("charges.csv", "./../{here}/charges.csv", None),
        ("charges.csv", "linked.csv", ("linked.csv", "charges.csv")),
        ("charges.csv", "hard.csv", ("hard.csv", None)),
        ("cases.rejects.csv", "cases.csv", ("cases.rejects.csv", None)),
        ("charges.csv", "cases.csv", ("cases.rejects.csv", "charges.csv")),
        ("charges.csv", "cases.csv", ("cases.rejects.csv", "columns.txt")),
        ("charges.csv", "cases.csv", ("cases.csv", "cases.rejects.csv")),
        ("charges.csv", "cases.csv", ("cases.rejects.csv", "agreement.yaml")),
        ("charges.csv", "cases.csv", ("cases.csv", "agreement.yaml")),
    ],
)
def test_what_is_read_is_never_written_over(
    charges: Path, batch: str, out: str, link: tuple[str, str | None] | None
) -> None:
    for name in ("columns.txt", "agreement.yaml"):
        Path(name).write_text(MAP, encoding="utf-8")
    if link is not None:
        name, to = link
        Path(name).symlink_to(to) if to else Path(name).hardlink_to(charges)
    done = _screen("--batch", batch, "--map", "columns.txt", "--out", out.format(here=charges.parent.name))
    assert done.exit_code == 2
    assert (
        "over, and it is read" in " ".join(done.output.split())
        or "are one file" in done.output
        or ".yaml" in done.output
    )
    assert charges.read_text(encoding="utf-8") == CHARGES
    assert Path("columns.txt").read_text(encoding="utf-8") == Path("agreement.yaml").read_text(encoding="utf-8") == MAP
    assert not Path("cases.rejects.csv").exists() or link is not None


def test_what_was_there_stays_until_both_files_are_whole(charges: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from leadkit.policy.batch import files

    Path("kept.csv").write_text("old", encoding="utf-8")
    Path("kept.csv").chmod(0o640)
    Path("cases.csv").symlink_to("kept.csv")
    Path("cases.rejects.csv").write_text("old", encoding="utf-8")
    there = sorted(one.name for one in Path().iterdir())
    write, given = files.write_file, ("--batch", "charges.csv", "--out", "cases.csv")

    def full(rows: object, place: Path, kind: str) -> None:
        if "rejects" not in place.name:
            raise OSError(28, "No space left on device")
        write(rows, place, kind)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(files, "write_file", full)
        done = _screen(*given, standalone_mode=False)
    assert done.return_value == 1 and "No space left" in done.output
    assert sorted(one.name for one in Path().iterdir()) == there
    assert (
        Path("kept.csv").read_text(encoding="utf-8") == Path("cases.rejects.csv").read_text(encoding="utf-8") == "old"
    )
    assert _screen(*given).exit_code == 0
    assert Path("cases.csv").is_symlink() and Path("kept.csv").read_text(encoding="utf-8").startswith("row,")
    assert Path("kept.csv").stat().st_mode & 0o777 == 0o640
