"""A folder of a git revision: the same as on disk, and the work tree untouched."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from leadkit.source import Source, read
from leadkit.source.tree import plain

pytestmark = pytest.mark.gate("git")


def git(*arguments: str) -> str:
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *identity, *arguments], capture_output=True, check=True, text=True)
    return done.stdout


def codes(source: Source) -> list[str]:
    return [finding.code for finding in source.diagnostics]


@pytest.fixture
def repository(folder: Path, tmp_path: Path) -> Path:
    """A repository whose first commit, ``v1``, holds a county and its base."""
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "all.yaml").write_bytes(b"agencies: {police: {name: P}}\n")
    (folder / "program.yaml").write_bytes("extends: ../state\r\nprogram: {name: é}\r\n".encode())
    (folder / "sub").mkdir()
    (folder / "sub" / "x.yaml").write_text("[", encoding="utf-8")
    git("init", "-q", ".")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    git("tag", "v1")
    return folder


def test_a_revision_reads_as_the_folder_did(repository: Path) -> None:
    before = read("county")
    (repository / "program.yaml").write_text("changed: 1\n", encoding="utf-8")
    source = read("git:v1:county")
    assert not source.diagnostics
    assert plain(source.root) == plain(before.root) == {"agencies": {"police": {"name": "P"}}, "program": {"name": "é"}}
    assert source.files["git:v1:county/program.yaml"] == "extends: ../state\r\nprogram: {name: é}\r\n"
    assert sorted(source.files) == ["git:v1:county/program.yaml", "git:v1:state/all.yaml"]
    assert source.folders == ()


def test_the_work_tree_and_the_index_are_untouched(repository: Path, tmp_path: Path) -> None:
    (repository / "program.yaml").write_text("changed: 1\n", encoding="utf-8")
    before = (git("status", "--porcelain"), (tmp_path / ".git" / "index").read_bytes())
    read("git:v1:county")
    assert (git("status", "--porcelain"), (tmp_path / ".git" / "index").read_bytes()) == before


def test_the_folder_is_named_from_the_top_of_the_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "sub")
    for place in ("git:v1:county", "git:v1:county/", "git:v1:./state/../county"):
        assert not read(place).diagnostics


def test_findings_are_those_of_a_folder(repository: Path) -> None:
    (repository / "big.yaml").write_bytes(b"#" * 5_000_001)
    (repository / "bad.yaml").write_bytes(b"a: \xff\n")
    (repository / "stray.yml").write_bytes(b"")
    (repository / "twice.yaml").write_bytes(b"program: {}\n")
    if os.name != "nt":
        (repository / "link.yaml").symlink_to("program.yaml")
    git("add", "-A")
    git("commit", "-q", "-m", "two")
    expected = ["LK108", "LK106", "LK105", "LK110", "LK150"]
    assert codes(read("git:HEAD:county")) == [code for code in expected if os.name != "nt" or code != "LK106"]
    assert codes(read("git:v1:county")) == []


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("git:v2:county", "LK109"),
        ("git:v1:nowhere", "LK109"),
        ("git:v1:county/program.yaml", "LK102"),
        ("git:v1", "LK109"),
        ("git::county", "LK109"),
        ("git:--output=x:county", "LK109"),
        ("git:-v1:county", "LK109"),
        ("git:v1:../county", "LK109"),
        ("git:v1:/county", "LK109"),
        ("git:v1:.", "LK103"),
        ("git:v1:", "LK103"),
        ("git:v1\0:county", "LK109"),
    ],
)
def test_a_place_that_cannot_be_read(repository: Path, place: str, code: str) -> None:
    assert codes(read(place)) == [code]
    assert not list(Path().glob("x*"))


def test_a_base_outside_the_repository_is_refused(repository: Path) -> None:
    (repository / "program.yaml").write_text("extends: ../../elsewhere\n", encoding="utf-8")
    git("commit", "-q", "-a", "-m", "two")
    assert codes(read("git:HEAD:county")) == ["LK160"]


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (finding,) = read("git:HEAD:county").diagnostics
    assert finding.code == "LK109"
    assert "no git repository" in finding.message


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    (finding,) = read("git:v1:county").diagnostics
    assert finding.code == "LK109"
    assert "installed" in finding.message


def test_a_file_whose_contents_the_repository_lacks_is_a_finding(repository: Path, tmp_path: Path) -> None:
    blob = git("rev-parse", "v1:county/program.yaml").strip()
    (tmp_path / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    source = read("git:v1:county")
    assert codes(source) == ["LK109"]
    assert blob in source.diagnostics[0].message
