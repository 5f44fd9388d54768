"""``leadkit check --watch``: a change is checked at once, and Ctrl+C ends it as it ends every command."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from leadkit.cli import watch
from leadkit.cli.group import command

GOOD = "base: yes\nschema_version: 1\nagencies: {a: {legal_name: A, type: police}}\n"
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and terminals of POSIX")


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder over a base; both are small."""
    monkeypatch.chdir(tmp_path)
    for name, text in {"base": GOOD, "county": "extends: ../base\nbase: yes\n"}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "all.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "county"


def _watch(monkeypatch: pytest.MonkeyPatch, *steps: Callable[[], object], also: tuple[str, ...] = ()) -> str:
    """Watch while one step after another is taken between two looks at the files, then press Ctrl+C."""
    left: Iterator[Callable[[], object]] = iter(steps)

    def pause(seconds: float) -> None:
        step = next(left, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    monkeypatch.setattr(watch.time, "sleep", pause)
    result = CliRunner().invoke(command, ["check", "county", "--watch", *also], standalone_mode=False)
    assert type(result.exception).__name__ == "Abort", result.output
    return result.output


def test_it_checks_once_and_then_when_a_file_changes(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (file,) = county.glob("*.yaml")
    text = file.read_text(encoding="utf-8")

    def spoil() -> None:
        file.write_text(text + "fundings: {}\n", encoding="utf-8")

    printed = _watch(monkeypatch, lambda: None, spoil, lambda: None, lambda: file.write_text(text, encoding="utf-8"))
    assert [line.split()[0] for line in printed.splitlines() if line.startswith("LK")] == [
        "LK175", "LK175", "LK207", "LK175",
    ]  # fmt: skip
    assert printed.count("Watching base, county. Stop with Ctrl+C.\n") == 3


def test_a_change_of_the_base_and_a_file_that_comes_or_goes_are_changes(
    county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base, more = county.parent / "base" / "all.yaml", county / "more.yaml"
    printed = _watch(
        monkeypatch,
        lambda: base.write_text(GOOD.replace("legal_name", "legal_nmae"), encoding="utf-8"),
        lambda: more.write_text("x: [\n", encoding="utf-8"),
        more.unlink,
    )
    assert printed.count("Watching") == 4
    assert ("LK201" in printed, "LK126" in printed) == (True, True)


def test_a_copy_of_the_schema_that_is_checked_is_watched(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = county.parent / "leadkit.schema.json"
    printed = _watch(
        monkeypatch, lambda: copy.write_text('"$comment": "leadkit schema 0"', encoding="utf-8"), copy.unlink
    )
    assert (printed.count("Watching"), printed.count("LK292 warning")) == (3, 1)


@POSIX
@pytest.mark.parametrize("link", [".#all.yaml", "0.yaml"])
def test_a_link_that_leads_nowhere_hides_no_change(link: str, county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (county / link).symlink_to("planner@desk.1234")  # the first is the lock of an editor
    file = county / "all.yaml"
    text = file.read_text(encoding="utf-8")
    printed = _watch(monkeypatch, lambda: None, lambda: file.write_text(text + "fundings: {}\n", encoding="utf-8"))
    assert printed.count("Watching") == 2
    assert "LK207" in printed


def test_the_report_of_a_check_is_no_change(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ("--format", "html", "--out", "county/report.html")
    assert _watch(monkeypatch, lambda: None, lambda: None, also=arguments).count("Watching") == 1
    assert (county / "report.html").exists()


def test_a_file_in_the_place_of_the_folder_is_a_change(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed = _watch(
        monkeypatch,
        lambda: shutil.rmtree(county),
        lambda: county.write_text("", encoding="utf-8"),
    )
    assert printed.count("Watching") == 3
    assert ("There is no folder" in printed, "is a file, not a folder" in printed) == (True, True)


def test_a_revision_in_git_is_not_watched() -> None:
    result = CliRunner().invoke(command, ["check", "git:HEAD:county", "--watch"])
    assert result.exit_code == 2
    assert "stays as it is: name a folder" in result.output


@POSIX
def test_on_a_terminal_the_screen_is_cleared_and_ctrl_c_ends_with_130(county: Path, tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = os.environ | {"LEADKIT_CACHE": str(tmp_path / "cache"), "NO_COLOR": "1", "TERM": "xterm"}
    arguments = [sys.executable, "-m", "leadkit", "check", "county", "--watch"]
    running = subprocess.Popen(arguments, stdout=theirs, stderr=subprocess.PIPE, env=environment, text=True)
    os.close(theirs)
    seen = _read_until(ours, b"Stop with Ctrl+C.")
    (county / "all.yaml").write_text("extends: ../base\nfundings: {}\n", encoding="utf-8")
    seen += _read_until(ours, b"Stop with Ctrl+C.")
    running.send_signal(signal.SIGINT)
    _, complaint = running.communicate(timeout=60)
    os.close(ours)
    assert (running.returncode, complaint.strip()) == (128 + signal.SIGINT, "Stopped.")
    first, second = seen.split(b"\x1b[2J")[1:]
    assert b"LK175" in first
    assert b"LK207" in second
    assert not (tmp_path / "cache").exists()


def _read_until(terminal: int, wanted: bytes) -> bytes:
    seen = b""
    end = time.monotonic() + 60
    while wanted not in seen:
        assert time.monotonic() < end, seen
        seen += os.read(terminal, 10_000)
    return seen
