"""``leadkit diff`` as a planner types it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from leadkit.cli.group import command
from leadkit.resources import programs

SEATTLE = programs() / "seattle-king-wa"
WASHINGTON = (SEATTLE, "--on-old", "2021-06-01", "--on", "2023-08-01")


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """The example county, with people from 21 years on instead of 18."""
    folder = Path(shutil.copytree(programs() / "example-county", tmp_path / "county"))
    _change(folder, "minimum: 18\n    as_of", "minimum: 21\n    as_of")
    return folder


def _change(folder: Path, old: str, new: str) -> None:
    file = folder / "eligibility.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def _run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(command, ["diff", *map(str, arguments)], standalone_mode=False)
    if isinstance(result.exception, click.ClickException):
        return result.exception.exit_code, result.exception.format_message()
    assert result.exception is None, result.output
    return result.return_value or 0, result.output


def test_two_folders_are_compared(county: Path) -> None:
    code, printed = _run(programs() / "example-county", county)
    assert code == 0
    lines = (county / "eligibility.yaml").read_text(encoding="utf-8").splitlines()
    place = f"eligibility.yaml, line {lines.index('    minimum: 21') + 1}"
    assert f"Changed, before: {place}: The person is younger than 18. (eligibility.age.minimum)" in printed
    assert f"Changed, now:    {place}: The person is younger than 21." in printed
    assert "Eligible before, not eligible now, on the pathways Arrest diversion, Officer social contact," in printed
    assert "How old was the person on the day of the offense? 18 years to 20 years." in printed
    assert "That is where discretion is needed before and now" in printed


def test_two_days_of_one_program_are_compared() -> None:
    code, printed = _run(*WASHINGTON)
    assert code == 0
    assert "as of 2021-06-01, compared with" in printed
    assert "2 kinds of case are decided differently." in printed
    pathways = "Arrest diversion, Social contact and Community referral"
    assert f"Needs discretion before, eligible now, on the pathways {pathways}." in printed
    assert f"Needs discretion before, not eligible now, on the pathways {pathways}." in printed
    assert 'Which offense on the list is it? "Public use of drugs".' in printed


def test_a_law_that_ended_is_noted_where_every_case_is_decided_as_before() -> None:
    code, printed = _run(SEATTLE, "--on-old", "2021-01-15", "--on", "2021-03-15", "--exit-code")
    assert code == 1
    assert "Every case is decided as before." in printed
    assert "RCW 69.50.4013 (to 2021-02-25), not in force" in printed


def test_a_folder_is_compared_with_a_revision(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(county.parent)
    git = ["git", "-c", "user.name=Planner", "-c", "user.email=planner@example.org"]
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "As it was"]):
        subprocess.run([*git, *arguments], check=True)
    assert _run("git:HEAD:county", "county", "--exit-code")[0] == 0
    _change(county, "minimum: 21", "minimum: 16")
    code, printed = _run("git:HEAD:county", "county", "--exit-code")
    assert code == 1
    assert "Not eligible before, eligible now" in printed
    told = json.loads(_run("git:HEAD:county", "county", "--json")[1])
    assert [told[version]["program"] for version in ("old", "new")] == ["county", "county"]


def test_json_holds_the_case_as_both_versions_decide_it() -> None:
    found = json.loads(_run(*WASHINGTON, "--json")[1])
    assert (found["old"]["on"], found["new"]["on"]) == ("2021-06-01", "2023-08-01")
    change = found["changes"][0]
    old, new = change["witness"]["decided"]
    assert (old["outcome"], new["outcome"]) == (change["before"], change["after"]) == ("needs_discretion", "eligible")
    assert old["case"]["facts"]["charges"][0]["offence"] == "unlisted"
    assert new["case"]["facts"]["charges"][0]["offence"] == "public-use"


def test_a_comment_holds_no_markup_of_the_program(county: Path) -> None:
    label = "label: The gravest violent convictions"
    _change(county, label, 'label: "<img src=x> [gravest](http://x.example)"')
    often = (
        "record: conviction\n      within: any_time\n      at_least: {}\n      juvenile: no\n      out_of_state: yes"
    )
    _change(county, often.format(1), often.format(2))
    code, printed = _run(programs() / "example-county", county, "--markdown")
    assert code == 0
    assert printed.startswith("### Who may be diverted: what changes\n")
    assert r"\<img src\=x\> \[gravest\]\(http\:\/\/x\.example\)" in printed
    assert not re.search(r"(?<!\\)[<\[]", printed)
    assert "- Not eligible before\\, eligible now\\, on the pathways Arrest diversion\\," in printed


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([SEATTLE], "Name a second version"),
        ([SEATTLE, "--on-old", "2021-01-01", "--on", "2021-01-01"], "Name a second version"),
        ([SEATTLE, SEATTLE, "--json", "--markdown"], "Choose --json or --markdown"),
    ],
)
def test_what_cannot_be_compared_is_a_mistake_of_usage(arguments: list[str | Path], said: str) -> None:
    code, printed = _run(*arguments)
    assert code == 2
    assert said in printed


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("git:HEAD:nope", 'Revision "HEAD" has no folder "nope"'),
        ("git:nope:county", 'The repository has no revision "nope"'),
        ("git:HEAD", '"git:HEAD" does not name a revision and a folder of it. Write git:REVISION:FOLDER'),
    ],
)
def test_what_is_not_in_git_is_said(county: Path, monkeypatch: pytest.MonkeyPatch, place: str, said: str) -> None:
    monkeypatch.chdir(county.parent)
    code, printed = _run("git:HEAD:county", "county")
    assert code == 1
    assert "The current folder is in no git repository" in printed
    git = ["git", "-c", "user.name=Planner", "-c", "user.email=planner@example.org"]
    for arguments in (["init", "--quiet"], ["add", "county/program.yaml"], ["commit", "--quiet", "--message", "One"]):
        subprocess.run([*git, *arguments], check=True)
    code, printed = _run(place, "county")
    assert code == 1
    assert said in printed
    assert "Run: leadkit check" not in printed


def test_a_text_with_an_error_is_an_error(county: Path) -> None:
    with (county / "eligibility.yaml").open("a", encoding="utf-8") as file:
        file.write("zzz\n")
    lines = (county / "eligibility.yaml").read_text(encoding="utf-8").count("\n")
    for arguments in ([programs() / "example-county", county], [county, programs() / "example-county"]):
        code, printed = _run(*arguments)
        assert code == 1
        assert f"county/eligibility.yaml, line {lines}: " in printed
        assert f"Run: leadkit check {county}" in printed


def test_what_begins_later_is_told_with_its_day(county: Path, tmp_path: Path) -> None:
    proposal = Path(shutil.copytree(county, tmp_path / "proposal"))
    _change(proposal, "    minimum: 21\n", "    minimum:\n      versions: {2020-01-01: 21, 2027-01-01: 25}\n")
    code, printed = _run(county, proposal, "--exit-code")
    assert code == 1
    lines = printed.splitlines()
    assert f"({county}), compared with " in lines[0] and lines[0].endswith(f"({proposal}).")
    assert lines[1] == "Every case is decided as before, on 2026-11-24."
    command = f"leadkit diff {county} {proposal} --on-old 2027-01-01 --on 2027-01-01"
    assert lines[2] == f"From 2027-01-01 on 2 kinds of case are decided differently. To see: {command}"
    assert "From 2027\\-01\\-01 on 2 kinds of case are" in _run(county, proposal, "--markdown")[1]
    (later,) = json.loads(_run(county, proposal, "--json")[1])["later"]
    assert (later["on"], len(later["changes"])) == ("2027-01-01", 2)
    assert _run(*command.split()[2:])[1].splitlines()[1] == "2 kinds of case are decided differently."


def test_the_same_days_of_a_program_say_nothing_of_later_ones(county: Path) -> None:
    assert _run(county, county, "--exit-code")[0] == 0
