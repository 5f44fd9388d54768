"""Runs what a page of the documentation shows: its commands, its changes of files."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from leadkit.cli.group import command

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r'^```(?P<kind>[a-z]+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)
TYPED = re.compile(r"(?:\[.*\] )?> ?(.*)")
"""A line at which somebody answers a question."""
SLIP = ("lenght", "length")
"""The tutorial makes a slip on purpose, shows what is found, and has the reader correct it."""
RECIPE = re.compile(r"^\t\$\(RUN\) (.*)$", re.MULTILINE)
"""What the demonstration of a service runs before it listens."""


def run_page(page: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do what a page says, in a folder; every line that it shows is printed."""
    monkeypatch.chdir(desk)
    monkeypatch.setattr("leadkit.cli.new.asks_on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")  # questions wrap to the terminal, and a runner of tests may have set its own
    for kind, title, text in blocks(page):
        if kind == "diff":
            _change(desk / title, text)
        elif title:
            file = desk / title
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        elif kind == "console":
            _run(text, monkeypatch)
            for file in desk.glob("pine-county/*.yaml"):
                file.write_text(file.read_text(encoding="utf-8").replace(*SLIP), encoding="utf-8")


def blocks(page: Path) -> list[tuple[str, str, str]]:
    """Kind, title and text of each block; a console without a command goes on with the one before."""
    found: list[tuple[str, str, str]] = []
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        kind, title, text = block["kind"], block["title"] or "", block["text"]
        if kind == "console" and not text.startswith(("$", "make ")):
            number = next(index for index, known in reversed([*enumerate(found)]) if known[0] == "console")
            text = found[number][2] + text
            found[number] = (kind, title, text)
        else:
            found.append((kind, title, text))
    return found


def _change(file: Path, text: str) -> None:
    """Change a file as a page says: lines with a minus go, lines with a plus come."""
    lines = [(line[:1], line[1:]) for line in text.splitlines()]
    before, after = ("\n".join(line for mark, line in lines if mark != other) + "\n" for other in "+-")
    said = file.read_text(encoding="utf-8")
    assert said.count(before) == 1, f"{file.name} does not hold these lines once:\n{before}"
    file.write_text(said.replace(before, after), encoding="utf-8")


def _run(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = text.splitlines()
    typed = "".join(f"{line[1]}\n" for line in map(TYPED.fullmatch, lines) if line)
    shown = ""
    for line in lines:
        if line.startswith("$ leadkit "):
            arguments = shlex.split(line.removeprefix("$ leadkit "))
            result = CliRunner().invoke(command, arguments, input=typed, standalone_mode=False)
            assert result.exception is None, f"{line}: {result.output}"
            shown = result.output.replace("\\", "/")
        elif line.startswith("$ cd "):
            monkeypatch.chdir(line.removeprefix("$ cd "))
        elif line == "$ make demo":
            shown = _demonstration()
        elif line.startswith("make "):
            assert line.split()[1] in re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
        else:
            assert line in shown, f"{line!r} is not in:\n{shown}"


def _demonstration() -> str:
    """What the demonstration of the service in this folder prints before it listens."""
    shown = ""
    recipe = Path("Makefile").read_text(encoding="utf-8").partition("\ndemo:")[2].partition("\n\n")[0]
    for line in RECIPE.findall(recipe):
        arguments = shlex.split(line.replace("$(PORT)", "8000"))
        done = subprocess.run(
            [sys.executable, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        shown += done.stdout
    return shown
