"""``leadkit import`` into a program that cannot be read, or changes meanwhile, or stands where another might."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import leadkit.spreadsheets.plan as planning
from leadkit.cli.group import command
from leadkit.spreadsheets.splicing.trial import try_out

from .conftest import AGENCIES, SERVICES, entry, files

Make = Callable[..., Path]
Run = Callable[..., Result]


def test_a_program_that_cannot_be_read_is_left_alone(program: Path, sheet: Make, run: Run, tmp_path: Path) -> None:
    file = sheet("Name\nHub\n")
    nowhere = run("services", file, tmp_path / "nowhere", yes=False)  # found before anybody is asked
    assert "LK101 error" in nowhere.output
    assert nowhere.return_value == 1
    (tmp_path / "empty").mkdir()
    assert "LK103 error" in run("services", file, tmp_path / "empty").output
    (program / "roles.yaml").write_text("roles: [", encoding="utf-8")
    before = files(program)
    assert run("services", file, program).return_value == 1
    assert files(program) == before
    in_git = ["import", "services", str(file), "--into", "git:HEAD:x"]
    assert "What is in git" in str(CliRunner().invoke(command, in_git, standalone_mode=False).exception)


@pytest.mark.skipif(os.name == "nt", reason="a backslash parts folders there")
def test_a_folder_may_have_a_backslash_in_its_name(tmp_path: Path, program: Path, sheet: Make, run: Run) -> None:
    named = program.rename(tmp_path / "b\\c")
    (named / "services.yaml").unlink()
    assert run("services", sheet("Name\nHub\n"), named).return_value == 0
    assert entry(named, "services", "providers", "hub", "name") == "Hub"


@pytest.mark.parametrize("early", [True, False], ids=["before the trial", "after it"])
@pytest.mark.parametrize("gone", [True, False])
def test_a_file_that_changes_meanwhile_is_left_as_it_is(
    early: bool, gone: bool, program: Path, sheet: Make, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = program / "services.yaml"

    def change() -> None:
        file.unlink() if gone else file.write_text(SERVICES + "# saved just now\n", encoding="utf-8")

    def between(*given: Any) -> Any:
        if early:
            change()
        done = try_out(*given)
        if not early:
            change()
        return done

    monkeypatch.setattr(planning, "try_out", between)
    result = run("services", sheet("Name\nHub\n"), program)
    assert result.return_value == 1
    assert "was changed meanwhile" in result.output
    assert file.exists() != gone
    assert gone or file.read_text("utf-8").endswith("# saved just now\n")
    assert (program / "agencies.yaml").read_text("utf-8") == AGENCIES


@pytest.mark.skipif(sys.platform != "linux", reason="only there is a name any bytes")
def test_an_entry_is_written_to_the_folder_that_was_named_and_to_no_other(tmp_path: Path, program: Path) -> None:
    named, other = tmp_path / os.fsdecode(b"caf\xe9"), tmp_path / "caf\ufffd"
    for place in (named, other):
        shutil.copytree(program, place)
    (tmp_path / "a.csv").write_text("Legal name,Type\nFoo Agency,police\n", encoding="utf-8")
    command_line = [sys.executable, "-m", "leadkit", "import", "agencies", str(tmp_path / "a.csv")]
    done = subprocess.run([*command_line, "--into", named, "--yes"], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    written = ["Foo Agency" in (place / "agencies.yaml").read_text(encoding="utf-8") for place in (named, other)]
    assert written == [True, False]
