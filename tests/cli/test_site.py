"""``leadkit site build`` as somebody types it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leadkit.cli.group import command
from leadkit.resources import programs
from leadkit.site.publishing import Published
from leadkit.source.document import Document, document


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["site", *arguments], standalone_mode=False)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(programs() / "albany-ny", tmp_path / "albany")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_writes_a_site_and_then_finds_nothing_to_do(desk: Path) -> None:
    made = _run("build", "albany", "--out", "out", "--no-search", "--no-papers")
    assert (made.return_value, made.exception) == (0, None), made.output
    assert "Wrote out: " in made.output
    again = _run("build", "albany", "--out", "out", "--no-search", "--no-papers")
    assert (again.return_value, again.output) == (0, "Nothing changed: out is as it would be written.\n")
    told = json.loads(_run("build", "albany", "--out", "out", "--no-search", "--no-papers", "--json").output)
    assert (told["unchanged"], told["findings"]) == (True, [])


def test_a_program_with_errors_prints_what_blocks_it(desk: Path) -> None:
    with (desk / "albany/program.yaml").open("a", encoding="utf-8") as file:
        file.write("  nonsense: yes\n")
    made = _run("build", "albany", "--out", "out")
    assert made.return_value == 1
    assert "LK2" in made.output
    assert made.output.endswith("Nothing was published, because of what stands above: out is as it was.\n")
    assert not (desk / "out").exists()


def test_a_site_is_never_written_into_the_program(desk: Path) -> None:
    made = _run("build", "albany", "--out", "albany")
    assert "holds the program itself" in str(made.exception)


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [("--language", "fr", "There is no language fr"), ("--site-url", "javascript:x", "begins with https://")],
)
def test_what_cannot_be_asked_is_a_mistake_of_usage(desk: Path, option: str, value: str, said: str) -> None:
    made = _run("build", "albany", "--out", "out", "--no-papers", option, value)
    assert said in str(made.exception)


def test_only_one_machine_is_served(desk: Path) -> None:
    made = _run("serve", "git:HEAD:albany")
    assert "name a folder" in str(made.exception)


def test_a_file_is_read_once_for_each_save(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def counted(name: str, text: str) -> Document:
        seen.append(name)
        return document(name, text)

    def stop(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("leadkit.source.parsed.document", counted)
    monkeypatch.setattr("leadkit.source.layers.document", counted)
    monkeypatch.setattr("leadkit.site.serving.workshop.publish", lambda *_: Published(()))
    monkeypatch.setattr("time.sleep", stop)
    made = _run("serve", "albany", "--port", "0")
    assert "Stopped." in made.output, made.exception
    assert seen
    assert len(seen) == len({*seen})


def test_an_unchanged_site_is_answered_from_what_was_kept(desk: Path) -> None:
    """As a process of its own: the answer is given before any room is loaded."""
    line = [
        sys.executable,
        "-X",
        "importtime",
        "-m",
        "leadkit",
        "site",
        "build",
        "albany",
        "--out",
        "out",
        "--no-search",
        "--no-papers",
    ]
    keep = {**os.environ, "LEADKIT_CACHE": str(desk / "cache")}
    subprocess.run(line, env=keep, capture_output=True, check=True)
    again = subprocess.run(line, env=keep, capture_output=True, check=True, text=True)
    assert again.stdout == "Nothing changed: out is as it would be written.\n"
    assert "leadkit.site" not in again.stderr
    (desk / "out/docs/news.md").write_text("# News\n", encoding="utf-8")
    assert b"Wrote out" in subprocess.run(line, env=keep, capture_output=True, check=True).stdout
    (desk / "out/docs/who.md").write_text("# Ours\n", encoding="utf-8")
    for _ in range(2):
        assert b"LK851" in subprocess.run(line, env=keep, capture_output=True, check=True).stdout
