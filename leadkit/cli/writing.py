"""Writing what a command prints to a file that was named on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import shows_colour

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic

_NAME_ANOTHER = "Name a file in a folder that is there and that you may write to."


def write_file(out: Path, content: str) -> int:
    """Write a file and say so; return the exit code, with a finding where it cannot be written."""
    from leadkit.report.terminal import clean
    from leadkit.source.whole import write_whole

    data = content.encode("utf-8", "replace")
    try:
        if out.exists() and not out.is_file():
            out.write_bytes(data)  # a pipe or a device is written to, not replaced
        else:
            write_whole(out.resolve(), data)
    except OSError as trouble:
        return say_unwritten(out, trouble, _NAME_ANOTHER)
    click.echo(f"Wrote {clean(str(out))}")
    return 0


def add_to_file(out: Path, content: str) -> int:
    """Write at the end of a file; return the exit code, with a finding where that cannot be done."""
    try:
        with out.open("a", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(content)
    except OSError as trouble:
        return say_unwritten(out, trouble, _NAME_ANOTHER)
    return 0


def say_unwritten(out: Path, trouble: OSError, remedy: str) -> int:
    """Print the finding about a file that cannot be written."""
    from leadkit.diagnostic.own import not_written

    return say(not_written(out, trouble, remedy))


def say(found: Diagnostic) -> int:
    """Print the finding because of which nothing was done; return the exit code."""
    from leadkit.report import text
    from leadkit.report.report import Report

    click.echo(text.render(Report([found], colour=shows_colour())), nl=False, color=True)
    return 1
