"""Who last wrote a line, from commits alone."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from leadkit.source import read
from leadkit.source.history import Commit, History


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in git, whose second line a second person wrote."""
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    Path("county").mkdir()
    _git("init", "--quiet")
    _write("program:\n  name: One\n", "A. Reyes", "2026-01-05")
    _git("tag", "v1")
    _write("program:\n  name: Two\n", "B. Ortiz", "2026-02-09")
    return tmp_path


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def _write(text: str, author: str, day: str, at: str = "T12:00:00Z") -> None:
    Path("county/program.yaml").write_text(text, encoding="utf-8", newline="")
    _git("add", "--all")
    who = ("-c", f"user.name={author}", "-c", "user.email=someone@example.org")
    _git(*who, "commit", "--quiet", "--message", "Say", "--date", f"{day}{at}")


def _of(place: str, line: int) -> Commit | None:
    source = read(place)
    (file,) = source.files
    return History(source.data).of(file, line)


@pytest.mark.parametrize("place", ["county", "./county", "git:HEAD:county"])
@pytest.mark.usefixtures("repository")
def test_the_commit_of_a_line_is_known(place: str) -> None:
    first, second = _of(place, 1), _of(place, 2)
    assert first is not None
    assert second is not None
    assert (first.author, first.date) == ("A. Reyes", "2026-01-05")
    assert (second.author, second.date) == ("B. Ortiz", "2026-02-09")
    assert len(second.id) == 10
    assert _of(place, 3) is None


@pytest.mark.usefixtures("repository")
def test_an_earlier_revision_has_its_own_history() -> None:
    found = _of("git:v1:county", 2)
    assert found is not None
    assert found.author == "A. Reyes"


@pytest.mark.usefixtures("repository")
def test_a_commit_of_a_day_that_no_calendar_has_is_told_without_it() -> None:
    _write("program:\n  name: Three\n", "C. Diaz", "@999999999999 +0000", at="")
    found = _of("county", 2)
    assert found is not None
    assert (found.author, found.date) == ("C. Diaz", "")


@pytest.mark.usefixtures("repository")
def test_what_was_written_after_the_last_commit_has_no_history_and_the_lines_around_it_keep_theirs() -> None:
    text = "# Mine.\nprogram:\n  name: Two\n  brand: lead\n"
    Path("county/program.yaml").write_text(text, encoding="utf-8", newline="\r\n")
    found = [_of("county", line) for line in (1, 2, 3, 4)]
    assert [each and each.author for each in found] == [None, "A. Reyes", "B. Ortiz", None]


def test_a_folder_outside_git_has_no_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "program.yaml").write_text("program:\n  name: One\n", encoding="utf-8")
    assert _of(str(tmp_path), 2) is None


@pytest.mark.usefixtures("repository")
def test_no_command_of_the_repository_is_run(tmp_path: Path) -> None:
    """A repository from elsewhere may bring a converter, a filter or a watcher of files along: all are commands."""
    trap = tmp_path / "trapped"
    Path(".gitattributes").write_text("*.yaml diff=trap filter=trap\n", encoding="utf-8")
    for name in ("diff.trap.textconv", "filter.trap.clean", "filter.trap.smudge", "core.fsmonitor"):
        _git("config", name, f"touch {trap}; cat")
    assert _of("county", 2) is not None
    assert not trap.exists()
