"""``leadkit check`` as a planner types it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click import UsageError
from click.testing import CliRunner

from leadkit.cli import cache
from leadkit.cli.group import command
from leadkit.model.load import load
from leadkit.resources import programs

COUNTY = programs() / "example-county"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example county that a test may spoil."""
    return Path(shutil.copytree(COUNTY, tmp_path / "county"))


def _spoil(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def _check(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(command, ["check", *map(str, arguments)], standalone_mode=False)
    assert result.exception is None, result.output
    return result.return_value, result.output


def test_a_sound_program_has_no_findings(folder: Path) -> None:
    code, printed = _check(folder)
    assert (code, printed) == (0, "No findings in 19 files.\n")


def test_a_finding_shows_the_line_with_the_mistake_and_what_to_write(folder: Path) -> None:
    _spoil(folder, "agencies.yaml", "legal_name:", "legal_nmae:")
    code, printed = _check(folder)
    assert code == 1
    assert "agencies.yaml, line" in printed
    assert "~~~~~~~~~~" in printed
    assert "legal_name" in printed
    assert "\x1b[" not in printed, "colour is for a terminal only"
    assert printed.splitlines()[-2].startswith("1 error")
    assert printed.splitlines()[-1].endswith("are made when this error is mended: LK201.")


def test_json_names_each_finding_in_full(folder: Path) -> None:
    _spoil(folder, "agencies.yaml", "legal_name:", "legal_nmae:")
    code, printed = _check(folder, "--format", "json")
    report = json.loads(printed)
    assert code == 1
    assert report["version"]
    assert report["findings"]
    for finding in report["findings"]:
        assert {"code", "severity", "message", "file", "line", "column", "remedy"} <= set(finding)
    assert report["findings"][0]["file"].endswith("agencies.yaml")


def test_all_mistakes_are_found_in_one_run_and_none_that_only_follows(folder: Path) -> None:
    _spoil(folder, "agencies.yaml", "legal_name:", "legal_nmae:")
    _spoil(folder, "areas.yaml", "areas:\n", "areas:\n  Bad Id: {}\n")
    (folder / "open.yaml").write_text(
        "open:\n  program.nonsense: {why: undocumented, looked_in: EX-1}\n", encoding="utf-8"
    )
    _, printed = _check(folder, "--format", "json")
    files = {Path(finding["file"]).name for finding in json.loads(printed)["findings"]}
    assert files == {"agencies.yaml", "areas.yaml", "open.yaml"}


def test_strict_lets_warnings_fail(folder: Path) -> None:
    _spoil(folder, "sources.yaml", "sources:\n", "sources:\n  EX-99: {title: Never cited, kind: other}\n")
    plain, printed = _check(folder)
    strict, _ = _check(folder, "--strict")
    assert (plain, strict) == (0, 1), printed


def test_one_slip_is_one_finding_also_where_the_field_was_only_expected(folder: Path) -> None:
    _spoil(folder, "agreement.yaml", "\n  term:", "\n  trem:")
    _, printed = _check(folder, "--format", "json")
    assert [finding["code"] for finding in json.loads(printed)["findings"]] == ["LK201"]


@pytest.mark.parametrize("place", ["no-such-folder", "git:HEAD:no-such-folder", "git:nonsense"])
def test_a_place_that_is_no_program_is_a_finding(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, printed = _check(place)
    assert code == 1
    assert "LK1" in printed


def test_an_unchanged_program_is_answered_without_being_read_and_a_changed_one_is_not(
    folder: Path, tmp_path: Path
) -> None:
    def run() -> tuple[str, bool]:
        script = "import sys; from leadkit.__main__ import main\n"
        script += "try: main()\nfinally: print('pydantic' in sys.modules, file=sys.stderr)"
        environment = {"LEADKIT_CACHE": str(tmp_path / "cache"), "PYTHONPATH": str(Path(cache.__file__).parents[2])}
        done = subprocess.run(
            [sys.executable, "-c", script, "check", str(folder)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout, "True" in done.stderr

    first, second = run(), run()
    assert first == ("No findings in 19 files.\n", True)
    assert second == ("No findings in 19 files.\n", False)
    _spoil(folder, "agencies.yaml", "legal_name:", "legal_nmae:")
    changed, read = run()
    assert "legal_nmae" in changed
    assert read


def test_what_is_saved_while_a_check_runs_does_not_pass_for_what_was_checked(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["check", str(folder)]
    monkeypatch.setenv("LEADKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "argv", ["leadkit", *arguments])
    read = cache.as_read(load(folder).source)
    _spoil(folder, "agencies.yaml", "legal_name:", "legal_nmae:")
    cache.remember([read], "old", 0)
    assert cache.answer(arguments) is None
    _spoil(folder, "agencies.yaml", "legal_nmae:", "legal_name:")
    assert cache.answer(arguments) == 0


@pytest.mark.parametrize("name", ["more.yaml", "more.yml"])
def test_a_file_more_is_another_program(
    name: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["check", str(folder)]
    monkeypatch.setenv("LEADKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "argv", ["leadkit", *arguments])
    cache.remember([cache.as_read(load(folder).source)], "old", 0)
    assert cache.answer(arguments) == 0
    (folder / name).write_text("notes: none\n", encoding="utf-8")
    assert cache.answer(arguments) is None


def test_a_file_that_moved_to_the_other_program_makes_other_programs(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "program.yaml").write_text("program: {name: Other}\n", encoding="utf-8")
    (folder / "z.yaml").write_text("notes: none\n", encoding="utf-8")
    arguments = ["check", str(folder), str(other)]
    monkeypatch.setenv("LEADKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "argv", ["leadkit", *arguments])
    cache.remember([cache.as_read(load(place).source) for place in (folder, other)], "old", 0)
    assert cache.answer(arguments) == 0
    (folder / "z.yaml").rename(other / "z.yaml")
    assert cache.answer(arguments) is None


def test_what_came_from_git_or_was_not_read_whole_is_not_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEADKIT_CACHE", str(tmp_path / "cache"))
    source = load(folder).source
    cache.remember([cache.as_read(replace(source, folders=())), cache.as_read(source)], "old", 0)
    cache.remember([cache.as_read(replace(source, incomplete=("agencies.yaml",)))], "old", 0)
    assert not (tmp_path / "cache").exists()
    cache.remember([cache.as_read(source)], "old", 0)
    assert (tmp_path / "cache").exists()


def test_a_report_is_written_to_a_file_whole_and_never_from_the_cache(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEADKIT_CACHE", str(tmp_path / "cache"))
    out = tmp_path / "findings.html"
    arguments = ["check", str(folder), "--format", "html", "--out", str(out)]
    monkeypatch.setattr(sys, "argv", ["leadkit", *arguments])
    assert _check(*arguments[1:]) == (0, f"Wrote {out}\n")
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert cache.answer(arguments) is None
    missing = tmp_path / "missing" / "findings.html"
    code, printed = _check(str(folder), "--format", "html", "--out", str(missing))
    assert (code, "could not be written" in printed) == (1, True)


@pytest.mark.parametrize("name", ["agencies.yaml", "new.yml", "AGENCIES.YAML"])
def test_a_report_never_takes_the_place_of_a_programs_file(folder: Path, name: str) -> None:
    before = (folder / "agencies.yaml").read_bytes()
    for arguments in (["check", folder, "--format", "html"], ["schema"]):
        result = CliRunner().invoke(command, [*map(str, arguments), "--out", str(folder / name)])
        assert (result.exit_code, "has the ending of a program's files" in result.output) == (2, True)
    assert (folder / "agencies.yaml").read_bytes() == before


@pytest.mark.parametrize("arguments", [["check"], ["schema"]], ids=str)
def test_no_file_is_named_as_standard_output_is(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(command, [*arguments, "--out", "-"])
    assert (result.exit_code, "leave the option out" in result.output) == (2, True)
    assert not list(tmp_path.iterdir())


def test_a_report_is_not_written_through_a_link_to_a_programs_file(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "findings.html"
    link.symlink_to(folder / "agencies.yaml")
    result = CliRunner().invoke(command, ["check", str(folder), "--out", str(link)])
    assert (result.exit_code, "agencies.yaml has the ending" in result.output) == (2, True)


def test_a_workflow_gets_annotations_and_the_summary_of_its_job(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _spoil(folder, "agencies.yaml", "legal_name:", "legal_nmae:")
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.setenv("LEADKIT_CACHE", str(tmp_path / "cache"))
    arguments = ["check", str(folder), "--format", "github"]
    monkeypatch.setattr(sys, "argv", ["leadkit", *arguments])
    code, printed = _check(*arguments[1:])
    assert (code, printed.startswith("::error file=")) == (1, True)
    assert summary.read_text(encoding="utf-8").startswith("before\n## 1 error\n")
    assert cache.answer(arguments) is None
    with pytest.raises(UsageError, match="leave out --out"):
        CliRunner().invoke(command, [*arguments, "--out", "x"], standalone_mode=False, catch_exceptions=False)


def test_a_form_is_answered_from_the_cache_in_that_form(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setenv("LEADKIT_CACHE", str(tmp_path / "cache"))
    arguments = ["check", str(folder), "--format", "junit"]
    monkeypatch.setattr(sys, "argv", ["leadkit", *arguments])
    _, printed = _check(*arguments[1:])
    assert cache.answer(["check", str(folder)]) is None
    assert cache.answer(arguments) == 0
    assert capfdbinary.readouterr().out.decode("utf-8") == printed


def test_what_is_silenced_is_listed_and_fails_no_strict_check(folder: Path) -> None:
    _spoil(
        folder,
        "sources.yaml",
        "sources:\n",
        "sources:\n  EX-99: {title: A, kind: other}  # leadkit: ignore LK303 because we cite it in May\n",
    )
    code, printed = _check(folder, "--strict")
    assert code == 0
    assert "1 finding silenced" in printed
    assert "LK303, because we cite it in May" in printed
    _, printed = _check(folder, "--format", "json")
    [silenced] = json.loads(printed)["silenced"]
    assert (silenced["code"], silenced["reason"]) == ("LK303", "we cite it in May")


def test_what_is_wrong_with_clauses_of_its_own_is_said_without_composing(folder: Path) -> None:
    file = folder / "clauses" / "mou" / "withdrawal.md"
    file.write_text(file.read_text(encoding="utf-8").replace("target: withdrawal", "target: withdrawl"), "utf-8")
    (file.parent / "term.md").write_text("---\noverride: remove\ntarget: term\n---\n", encoding="utf-8")
    code, printed = _check(folder, "--json")
    found = {(each["code"], Path(each["file"]).name) for each in json.loads(printed)["findings"]}
    assert (code, found) == (1, {("LK732", "withdrawal.md"), ("LK730", "term.md")})
