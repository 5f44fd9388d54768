"""``leadkit fix``: repair what has one plain repair."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import places_argument, shows_colour

if TYPE_CHECKING:
    from leadkit.check.repair import Repaired


@click.command(short_help="Repair the slips that have one plain repair.")
@places_argument
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
def command(places: tuple[str, ...], diff: bool) -> int:
    """Repair programs: misspelt fields, words and ids, tabs and odd spaces, values that lack quotes.

    A repair is made only where there is one plain way, and only after the whole program was checked with it: the
    finding is gone, and no other has come. Every other character of the files stays as it is. DIR is the folder of a
    program; without DIR the current folder is repaired.
    """
    from leadkit.check.repair import repair
    from leadkit.report.repaired import render, render_diff

    failed = False
    for place in places or (".",):
        if place.startswith("git:"):
            raise click.UsageError("What is in git is not changed: name the folder itself.")
    for place in places or (".",):
        repaired = repair(place)
        colour = shows_colour()
        if diff:
            click.echo(render_diff(repaired.before, repaired.after, colour=colour), nl=False, color=True)
        elif _write(repaired):
            failed = True
            continue
        click.echo(render(place, repaired, written=not diff, colour=colour), nl=False, color=True)
        failed = failed or any(one.severity == "error" for one in repaired.left)
    return 1 if failed else 0


def _write(repaired: Repaired) -> int:
    """Write the files, or none where one has changed since it was read; return the exit code."""
    from leadkit.cli.writing import say_unwritten
    from leadkit.source.whole import write_whole

    path = Path()
    try:
        for path, content in repaired.before.items():
            if path.read_bytes() != content:
                return _changed(path)
        for path, content in repaired.after.items():
            write_whole(path, content)
    except OSError as trouble:
        return say_unwritten(path, trouble)
    return 0


def _changed(path: Path) -> int:
    from leadkit.report.terminal import clean

    click.echo(
        f"{clean(path.as_posix())} was changed while it was checked, and is left as it is. Run leadkit fix again."
    )
    return 1
