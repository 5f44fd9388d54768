"""``leadkit show``: the program as leadkit understands it."""

from __future__ import annotations

from datetime import date

import click

from leadkit.cli.options import json_option, on_option, place_argument, shows_colour


@click.command(short_help="Show a program as leadkit understands it, with where each value comes from.")
@place_argument
@click.argument("path", required=False, default="", metavar="[PATH]")
@on_option
@json_option
def command(place: str, path: str, on: date | None, as_json: bool) -> int:
    """Show the program in DIR, or the part of it at PATH, as leadkit understands it.

    Amounts and dates are shown with what they mean, references with what they name, and each value with the line it
    comes from. What is open or not in force on the day is shown with its reason.
    """
    from leadkit.check.subject import Subject
    from leadkit.model.load import load
    from leadkit.report.shown import render_json, render_text, rows_of
    from leadkit.report.terminal import clean

    jurisdiction = load(place)
    standing = jurisdiction.resolve(on)
    if standing.program is None:
        named = clean(place)
        click.echo(f"{named} cannot be read as a program. Run: leadkit check {named}", err=True)
        return 1
    subject = Subject(jurisdiction, standing, standing.program)
    steps = subject.steps(path) if path else ()
    rows = rows_of(subject, steps)
    if not rows:
        click.echo(f'Nothing is written at "{clean(path)}" on {standing.on}.', err=True)
        return 1
    click.echo(
        render_json(rows, standing.on) if as_json else render_text(rows, standing.on, colour=shows_colour()),
        nl=False,
        color=True,
    )
    return 0
