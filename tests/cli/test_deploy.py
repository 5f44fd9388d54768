"""``leadkit deploy``: a service made, edited by the county, and brought up to date, as somebody types it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from leadkit.cli.group import command
from leadkit.resources import programs
from tests.sampling import takes_long


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["deploy", *arguments], standalone_mode=False)


def _git(place: Path, *arguments: str) -> str:
    command_ = ["git", "-c", "user.name=County", "-c", "user.email=it@county.example", "-C", str(place), *arguments]
    return subprocess.run(command_, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The service of the example county, in a fresh clone as the county's staff have it."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(programs() / "example-county", tmp_path / "example-county")
    made = _run("new", "example-county", "--out", "first", "--no-papers")
    assert (made.return_value, made.exception) == (0, None), made.output
    _git(tmp_path, "clone", "--quiet", "first", "site")
    return tmp_path / "site"


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@takes_long
def test_a_change_of_the_agreement_is_told_and_merged_with_what_the_county_wrote(site: Path) -> None:
    assert "up to date" in _run("update", str(site)).output
    sharing = site / "program/example-county/sharing.yaml"
    _edit(
        sharing,
        "categories: intake-completed\n      actions: view",
        "categories: intake-completed\n      actions: [view, copy]",
    )
    _edit(site / "config/settings.py", '"""', '"""Of the county. ')
    (site / "local/note.txt").write_text("ours\n", encoding="utf-8")
    refused = _run("update", str(site), "--yes")
    assert refused.return_value == 1
    assert "LK831" in refused.output
    _git(site, "add", "--all")
    _git(site, "commit", "--quiet", "--message", "Our own work")

    status = json.loads(_run("status", str(site), "--json").output)
    assert status["edited"] == ["config/settings.py"]
    assert status["current"] is False
    assert _run("status", str(site), "--exit-code").return_value == 1

    shown = _run("update", str(site))
    assert shown.return_value == 0
    assert "Felony charging may now copy “Intake done: yes or no, with the date” for charging" in shown.output
    assert "add --yes" in shown.output
    assert _git(site, "branch", "--show-current").strip() == "main"

    merged = json.loads(_run("update", str(site), "--yes", "--json").output)
    assert merged["merged"] is True
    assert merged["conflicts"] == []
    assert _git(site, "branch", "--show-current").strip() == merged["branch"]
    assert "Of the county." in (site / "config/settings.py").read_text(encoding="utf-8")
    assert (site / "local/note.txt").is_file()
    assert '|intake-completed|copy|charging"' in (site / "lead/data/sharing.json").read_text(encoding="utf-8")
    assert json.loads(_run("status", str(site), "--json").output)["current"] is True


@takes_long
def test_a_program_with_errors_makes_no_service(site: Path) -> None:
    _edit(site.parent / "example-county/sharing.yaml", "sender: case-management", "sender: nobody-at-all")
    refused = _run("new", "example-county", "--out", "other", "--no-papers")
    assert refused.return_value == 1
    assert "LK301 error" in refused.output
    assert refused.output.endswith("No service was made, because the program has errors.\n")
    assert not (site.parent / "other").exists()


@takes_long
def test_nothing_is_written_where_something_stands(site: Path) -> None:
    refused = _run("new", "example-county", "--out", "site", "--no-papers")
    assert refused.return_value == 1
    assert "LK833" in refused.output


@pytest.mark.parametrize("name", ["update", "status"])
def test_a_folder_that_leadkit_did_not_make_is_told_to_be_none(name: str, tmp_path: Path) -> None:
    refused = _run(name, str(tmp_path), "--json")
    assert refused.return_value == 1
    assert [one["code"] for one in json.loads(refused.output)["findings"]] == ["LK830"]


@pytest.mark.parametrize("out", ["county", "county/service", "county/../county/service"])
def test_no_service_is_made_in_the_folder_of_its_program(out: str, tmp_path: Path) -> None:
    place = shutil.copytree(programs() / "example-county", tmp_path / "county")
    before = sorted(place.rglob("*"))
    assert isinstance(_run("new", str(place), "--out", str(tmp_path / out)).exception, click.UsageError)
    assert sorted(place.rglob("*")) == before


def test_a_program_in_git_is_a_mistake_of_usage(tmp_path: Path) -> None:
    refused = _run("new", "git:HEAD:county", "--out", str(tmp_path / "site"))
    assert "name a folder" in str(refused.exception)
