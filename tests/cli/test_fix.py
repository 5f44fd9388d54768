"""``leadkit fix`` as a planner types it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click import UsageError
from click.testing import CliRunner

from leadkit.check import repair as repairing
from leadkit.cli.group import command
from leadkit.resources import programs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example county with two slips, one of them in a file with the line breaks of Windows."""
    county = Path(shutil.copytree(programs() / "example-county", tmp_path / "county"))
    _spoil(county / "agencies.yaml", b"legal_name:", b"legal_nmae:")
    text = (county / "areas.yaml").read_bytes().replace(b"\n", b"\r\n")
    (county / "areas.yaml").write_bytes(b"\xef\xbb\xbf" + text)
    _spoil(county / "areas.yaml", b"kind: countywide", b"kind: countywdie")
    return county


def _spoil(file: Path, old: bytes, new: bytes) -> None:
    data = file.read_bytes()
    assert old in data
    file.write_bytes(data.replace(old, new, 1))


def _fix(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(command, ["fix", *map(str, arguments)], standalone_mode=False)
    assert result.exception is None, result.output
    return result.return_value, result.output


def _bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}


def test_what_is_repaired_is_said_and_nothing_else_changes(folder: Path) -> None:
    (folder / "areas.yaml").chmod(0o640)
    before = _bytes(folder)
    code, printed = _fix(folder)
    assert code == 0
    assert "agencies.yaml, line 4: Write legal_name in place of legal_nmae. (LK201)" in printed
    assert f"2 repairs made in {folder}." in printed
    wanted = {
        **before,
        "agencies.yaml": before["agencies.yaml"].replace(b"legal_nmae", b"legal_name"),
        "areas.yaml": before["areas.yaml"].replace(b"countywdie", b"countywide"),
    }
    assert _bytes(folder) == wanted
    assert (folder / "areas.yaml").stat().st_mode & 0o777 == 0o640
    assert _fix(folder)[1].startswith("Nothing to repair")
    assert _bytes(folder) == wanted


def test_a_diff_shows_the_lines_and_writes_nothing(folder: Path) -> None:
    before = _bytes(folder)
    code, printed = _fix(folder, "--diff")
    assert code == 0
    assert "\n-    legal_nmae: Example County\n" in printed
    assert "\n+    legal_name: Example County\n" in printed
    assert "2 repairs possible" in printed
    assert _bytes(folder) == before


def test_what_is_left_is_counted_and_fails(folder: Path) -> None:
    _spoil(folder / "agencies.yaml", b"can_sign: yes", b"can_sign: perhaps")
    code, printed = _fix(folder)
    assert code == 1
    assert "Left: 1 error, 1 note. leadkit check lists them." in printed


def test_git_is_not_changed_and_nothing_before_it_is(folder: Path) -> None:
    before = _bytes(folder)
    arguments = ["fix", str(folder), "git:HEAD:county"]
    with pytest.raises(UsageError, match="stays as it is"):
        CliRunner().invoke(command, arguments, standalone_mode=False, catch_exceptions=False)
    assert _bytes(folder) == before


def test_a_file_that_changes_meanwhile_is_left_as_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = repairing.repair

    def slow(place: str) -> repairing.Repaired:
        result = real(place)
        _spoil(folder / "agencies.yaml", b"# Example", b"# Saved")
        return result

    monkeypatch.setattr(repairing, "repair", slow)
    code, printed = _fix(folder)
    assert code == 1
    assert "was changed meanwhile" in printed
    assert b"# Saved" in (folder / "agencies.yaml").read_bytes()


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    code, printed = _fix(tmp_path / "nowhere")
    assert code == 1
    assert "Left: 1 error" in printed


def test_json_names_each_repair_and_what_is_left(folder: Path) -> None:
    _spoil(folder / "agencies.yaml", b"can_sign: yes", b"can_sign: perhaps")
    before = _bytes(folder)
    code, printed = _fix(folder, "--diff", "--json")
    would = json.loads(printed)
    assert (code, set(would), _bytes(folder)) == (1, {"version", "programs"}, before)
    [program] = would["programs"]
    assert set(program) == {"program", "written", "files", "repaired", "findings"}
    assert (program["program"], program["written"]) == (str(folder), False)
    assert [one["code"] for one in program["repaired"]] == ["LK201", "LK203"]
    assert "LK204" in {one["code"] for one in program["findings"]}
    assert "+    legal_name: Example County" in program["files"][0]["diff"]
    assert json.loads(_fix(folder, "--json")[1]) == {**would, "programs": [{**program, "written": True}]}


def test_the_folder_one_is_in_is_named_in_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert "2 repairs made in this folder.\n" in _fix(".")[1]
    assert _fix(".")[1].startswith("Nothing to repair in this folder.\n")


def test_json_has_why_nothing_could_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_from: Path, _to: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    code, printed = _fix(folder, "--json")
    [program] = json.loads(printed)["programs"]
    codes = [one["code"] for one in program["findings"]]
    assert (code, program["written"], codes[0]) == (1, False, "LK716")
    assert {"LK201", "LK203"} <= set(codes)
