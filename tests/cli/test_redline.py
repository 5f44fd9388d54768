"""``leadkit redline`` as a planner types it."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from leadkit.cli.group import command
from leadkit.resources import programs
from tests.documents.redline.reading import revisions

CHANGED = "agencies.albany-police.legal_name: Albany Police Department → Police Department of Albany"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Albany in git, tagged v1, and one more commit in which its police have another name."""
    shutil.copytree(programs() / "albany-ny", tmp_path / "albany")
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    _git("init", "--quiet")
    _commit("A. Reyes", "2026-01-05")
    _git("tag", "v1")
    _change("legal_name: Albany Police Department", "legal_name: Police Department of Albany")
    _commit("B. &\u202e Ortiz", "2026-02-09")
    return tmp_path


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def _commit(author: str, day: str) -> None:
    _git("add", "--all")
    who = ("-c", f"user.name={author}", "-c", "user.email=someone@example.org")
    _git(*who, "commit", "--quiet", "--message", "Say something", "--date", f"{day}T12:00:00Z")


def _change(old: str, new: str, name: str = "agencies.yaml") -> None:
    file = Path("albany") / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, text.count(old)
    file.write_text(text.replace(old, new), encoding="utf-8")


def _run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(command, ["redline", *map(str, arguments)], standalone_mode=False)
    if isinstance(result.exception, click.ClickException):
        return result.exception.exit_code, result.exception.format_message()
    assert result.exception is None, result.output
    return result.return_value or 0, result.output


def _comments(file: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        return archive.read("word/comments.xml").decode("utf-8")


def test_two_revisions_are_compared_and_the_author_is_named(repository: Path) -> None:
    code, printed = _run("git:v1:albany", "albany")
    assert code == 0, printed
    assert [line.split()[0] for line in printed.splitlines()[:-1]] == [
        f"out/albany/mou-{name}"
        for name in ("redline.docx", "redline.html", "changes.docx", "changes.pdf", "changes.html", "changes.md")
    ]  # fmt: skip
    assert "changed clause" in printed.splitlines()[-1]
    assert revisions(Path("out/albany/mou-redline.docx").read_bytes())
    told = _comments(Path("out/albany/mou-redline.docx"))
    assert f"{CHANGED} (commit " in told
    assert "by B. &amp;□ Ortiz on 2026-02-09)" in told
    page = Path("out/albany/mou-redline.html").read_text(encoding="utf-8")
    assert '<del><span class="heard">[removed: </span>' in page
    assert "by B. &amp;□ Ortiz" in page
    table = Path("out/albany/mou-changes.md").read_text(encoding="utf-8")
    assert "(agencies.albany-police.legal_name) | B. &□ Ortiz, 2026-02-09, commit " in table
    code, printed = _run("git:v1:albany", "albany", "--format", "html", "--out", "other", "--json")
    listed = json.loads(printed)
    (field,) = listed["clauses"][0]["fields"]
    assert (field["path"], field["author"]) == ("agencies.albany-police.legal_name", "B. &\u202e Ortiz")
    assert [each["path"] for each in listed["files"]] == ["other/albany/mou-redline.html"]
    # what is there already may hold somebody's answers to the comments
    Path("out/albany/mou-redline.docx").write_bytes(b"edited")
    code, printed = _run("git:v1:albany", "albany", "--format", "docx", "--author", "Counsel")
    assert (code, "LK742" in printed) == (1, True)
    assert Path("out/albany/mou-redline.docx").read_bytes() == b"edited"


def test_a_program_is_the_same_as_itself(tmp_path: Path) -> None:
    albany = programs() / "albany-ny"
    code, printed = _run(albany, albany, "--format", "docx", "--out", tmp_path, "--exit-code")
    assert code == 0
    assert printed.endswith("both have the same words.\n")
    assert revisions((tmp_path / "albany-ny" / "mou-redline.docx").read_bytes()) == []


def test_a_document_on_one_side_only_and_an_unknown_one(tmp_path: Path) -> None:
    albany = programs() / "albany-ny"
    code, printed = _run(albany, albany, "--document", "mous", "--out", tmp_path)
    assert code == 1
    assert "LK740" in printed
    assert not list(tmp_path.iterdir())


def test_mistakes_of_usage(tmp_path: Path) -> None:
    assert _run("albany")[0] == 2
    assert "There is no format pdf" in _run("albany", "other", "--format", "pdf")[1]
    code, printed = _run(tmp_path / "nowhere", tmp_path / "elsewhere", "--out", tmp_path)
    assert code == 1
    assert "nowhere" in printed
