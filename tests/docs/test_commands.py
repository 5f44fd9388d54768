"""No page shows a command or an option that there is not, and what a console shows was run."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from leadkit.cli.group import command
from tests.docs.running import BLOCK, ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "templates").rglob("README.md"))]
INLINE = re.compile(r"`(leadkit [^`\n]+)`")
IN_BLOCK = re.compile(r"^[ -]*(?:run: |\$ |.*bin/)?(leadkit .+)$", re.MULTILINE)
PLACEHOLDER = re.compile(r"[A-Z]{2,}|\.\.\.")
"""Stands in the place of a command, as in ``leadkit COMMAND --help``."""

NOT_RUN = re.compile(r"site serve|--watch|git:| proposal\b")
"""What goes on until somebody stops it, and what is about an earlier or another version of the reader's own."""


def _trouble(line: str) -> str:
    """What is wrong with a command as it is written; nothing where it can be run."""
    one: click.Command = command
    for word in line.split()[1:]:
        if isinstance(one, click.Group) and not word.startswith("-"):
            if PLACEHOLDER.match(word):
                return ""
            found = one.commands.get(word) if one is not command else command.get_command(click.Context(command), word)
            if found is None:
                return f"there is no command {word}"
            one = found
        elif word.startswith("--"):
            name = word.split("=")[0].rstrip("],.;")
            known = {name for each in one.params for name in (*each.opts, *each.secondary_opts)} | {"--help"}
            if name not in known:
                return f"there is no option {name}"
    return ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_and_option_that_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = [*INLINE.findall(BLOCK.sub("", text)), *(line for block in BLOCK.finditer(text) for line in _lines(block))]
    assert not [(line, trouble) for line in named if (trouble := _trouble(line))]


def _lines(block: re.Match[str]) -> list[str]:
    """The commands of a block that somebody types; what it shows of other kinds is no command."""
    return IN_BLOCK.findall(block["text"]) if block["kind"] in ("console", "sh", "bat", "yaml") else []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_command_that_can_be_run_stands_in_a_console(page: Path) -> None:
    """What stands in a console is run by ``test_docs``."""
    blocks = [block for block in BLOCK.finditer(page.read_text(encoding="utf-8")) if block["kind"] in ("sh", "bat")]
    typed = [line for block in blocks for line in block["text"].splitlines() if line.startswith("leadkit ")]
    assert not [line for line in typed if not NOT_RUN.search(line)], "show it as a console, and it is run"
