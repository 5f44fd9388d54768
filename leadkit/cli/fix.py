"""``leadkit fix``: repair what has one plain repair."""

from __future__ import annotations

import click

from leadkit.cli.options import json_option, places_argument, refuse_git, shows_colour


@click.command(short_help="Repair the slips that have one plain repair.")
@places_argument
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
@json_option
def command(places: tuple[str, ...], diff: bool, as_json: bool) -> int:
    """Repair programs: misspelt fields, words and ids, tabs and odd spaces, values that lack quotes.

    A repair is made only where there is one plain way, and only after the whole program was checked with it: the
    finding is gone, and no other has come. Every other character of the files stays as it is. DIR is the folder of a
    program; without DIR the current folder is repaired.
    """
    from leadkit.check.repair import repair
    from leadkit.report.repaired import Outcome, render, render_diff, render_json
    from leadkit.source.saving import save_all

    refuse_git(places)
    outcomes: list[Outcome] = []
    for place in places or (".",):
        repaired = repair(place)
        trouble = None if diff else save_all(repaired.before, repaired.after)
        outcomes.append(
            Outcome(place, repaired, trouble, written=bool(repaired.after) and not diff and trouble is None)
        )
        if as_json:
            continue
        if diff:
            click.echo(render_diff(repaired.before, repaired.after, colour=shows_colour()), nl=False, color=True)
        click.echo(render(outcomes[-1], colour=shows_colour()), nl=False, color=True)
    if as_json:
        click.echo(render_json(outcomes), nl=False)
    return 1 if any(one.failed for one in outcomes) else 0
