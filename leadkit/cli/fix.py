"""``leadkit fix``: repair what has one plain repair."""

from __future__ import annotations

import click

from leadkit.cli.options import places_argument, refuse_git, shows_colour
from leadkit.cli.writing import say


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
    from leadkit.source.saving import save_all

    failed = False
    refuse_git(places)
    for place in places or (".",):
        repaired = repair(place)
        colour = shows_colour()
        if diff:
            click.echo(render_diff(repaired.before, repaired.after, colour=colour), nl=False, color=True)
        elif trouble := save_all(repaired.before, repaired.after):
            failed = bool(say(trouble))
            continue
        click.echo(render(place, repaired, written=not diff, colour=colour), nl=False, color=True)
        failed = failed or any(one.is_error for one in repaired.left)
    return 1 if failed else 0
