"""``leadkit new`` on the command line: from a file of answers."""

from __future__ import annotations

import os
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from leadkit.cli.group import command

MAPLE = Path(__file__).parents[1] / "onboard" / "maple.yaml"
POSIX = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are POSIX")


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(one) for one in arguments], standalone_mode=False)


def _usage(*arguments: str | Path) -> str:
    result = _run(*arguments)
    assert result.exception is not None
    return str(getattr(result.exception, "message", result.exception))


def test_new_check_build_for_a_place_in_a_state_without_a_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    new = _run("new", "maple", "--answers", MAPLE)
    assert new.return_value == 0
    written = new.output.splitlines()
    assert written[-1] == "Next: leadkit check maple, then leadkit build maple"
    assert sorted(written[:-1]) == sorted(
        file.relative_to(tmp_path).as_posix() for file in Path(tmp_path, "maple").rglob("*") if file.is_file()
    )
    check = _run("check", "maple", "--strict")
    assert check.return_value == 0, check.output
    build = _run("build", "maple", "--document", "mou", "--format", "md")
    assert build.return_value == 0, build.output
    assert "Decision needed" in Path("out/maple/mou.md").read_text(encoding="utf-8")


def test_without_a_folder_the_program_s_name_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert _run("new", "--answers", MAPLE).return_value == 0
    assert [entry.name for entry in tmp_path.iterdir()] == ["maple-county-diversion-program"]


def test_the_workflow_runs_the_commands_that_there_are(tmp_path: Path) -> None:
    _run("new", tmp_path / "maple", "--answers", MAPLE)
    workflow = (tmp_path / "maple" / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    runs = [line.split("run: ")[1] for line in workflow.splitlines() if "run: " in line]
    assert runs == ['python -m pip install "$LEADKIT"', "leadkit check .", "leadkit build . --out out"]
    readme = (tmp_path / "maple" / "README.md").read_text(encoding="utf-8")
    assert "{{" not in readme + workflow
    assert "`leadkit check .`" in readme


def test_what_is_taken_over_from_another_program_is_said(tmp_path: Path) -> None:
    least = MAPLE.with_name("least.yaml")
    result = _run("new", tmp_path / "birch", "--answers", least, "--like", "example-county")
    said = [line for line in result.output.splitlines() if line.startswith("From ")]
    assert len(said) == 4
    assert said[0].startswith("From example-county: pathways: arrest_diversion, ")
    assert "From example-county: policy_group: Policy Coordinating Group" in said


def test_wrong_answers_are_findings_and_nothing_is_written(tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text(MAPLE.read_text(encoding="utf-8").replace("state: OH", "state: Ohiowa"), encoding="utf-8")
    result = _run("new", tmp_path / "maple", "--answers", file)
    assert result.return_value == 1
    assert "answers.yaml, line 2" in result.output
    assert '"Ohiowa" cannot answer "state".' in result.output
    assert result.output.endswith("Nothing was written.\n")
    assert [entry.name for entry in tmp_path.iterdir()] == ["answers.yaml"]


def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path) -> None:
    (tmp_path / "here.txt").touch()
    assert "is not empty" in _usage("new", tmp_path, "--answers", MAPLE)
    assert "is a file" in _usage("new", tmp_path / "here.txt", "--answers", MAPLE)
    assert "make it first" in _usage("new", tmp_path / "a" / "b", "--answers", MAPLE)


@pytest.mark.parametrize("name", ["CON", "nul.txt", "a?b", "x ", "a\nb", "y."])
def test_a_name_that_is_none_on_windows_is_refused(name: str, tmp_path: Path) -> None:
    assert _usage("new", f"{tmp_path.as_posix()}/{name}", "--answers", MAPLE).startswith("No folder can be named")
    assert not list(tmp_path.iterdir())


@POSIX
def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "away")
    assert "is a link" in _usage("new", tmp_path / "link", "--answers", MAPLE)


def test_a_place_that_cannot_be_written_to_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    result = _run("new", tmp_path / "maple", "--answers", MAPLE)
    assert result.return_value == 1
    assert "could not be written: Permission denied." in result.output
    assert "Begin the program in a folder that you may write to." in result.output


def test_without_a_terminal_there_are_no_questions(tmp_path: Path) -> None:
    assert "There is no terminal to ask questions on." in _usage("new", tmp_path / "maple")
    assert "Did you mean albany-ny" in _usage("new", tmp_path / "maple", "--like", "albany")


def test_without_a_standard_input_there_are_no_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)  # as after leadkit new maple <&-
    with pytest.raises(click.UsageError, match="There is no terminal"):
        command.main(["new", str(tmp_path / "maple")], standalone_mode=False)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["here.txt"], "There is a file here.txt;"),
        (["x" * 300], f"The folder {'x' * 80} cannot be used"),
        (["pine", "--like", "empty"], "The program empty cannot be read. Run: leadkit check empty."),
    ],
)
def test_a_name_is_repeated_as_it_was_typed(
    arguments: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here.txt").write_text("", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    assert says in _usage("new", *arguments, "--answers", MAPLE)
