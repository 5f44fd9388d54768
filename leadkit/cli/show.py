"""``leadkit show``: the program as leadkit understands it."""

from __future__ import annotations

from datetime import date
from functools import partial

import click

from leadkit.cli.options import json_option, on_option, place_argument, shows_colour


@click.command(short_help="Show a program as leadkit understands it, with where each value comes from.")
@place_argument
@click.argument("path", required=False, default="", metavar="[PATH]")
@click.option("--origin", is_flag=True, help="Show which folder wrote each value, what it replaced and why.")
@on_option
@json_option
def command(place: str, path: str, origin: bool, on: date | None, as_json: bool) -> int:
    """Show the program in DIR, or the part of it at PATH, as leadkit understands it.

    Amounts and dates are shown with what they mean, references with what they name, and each value with the line it
    comes from. What is open or not in force on the day is shown with its reason. With --origin each value is shown with
    the folder that wrote it and with what it replaced in the base of that folder; what was removed, with the reason.
    """
    from leadkit.check.subject import Subject
    from leadkit.model.load import load
    from leadkit.report.origins import origins_of, render_origins, render_origins_json
    from leadkit.report.shown import render_json, render_text, rows_of
    from leadkit.report.terminal import clean

    jurisdiction = load(place)
    standing = jurisdiction.resolve(on)
    if standing.program is None:
        named = clean(place)
        if jurisdiction.source.base:
            click.echo(f"{named} is a base, and no program. Name a folder that extends it.", err=True)
        else:
            click.echo(f"{named} cannot be read as a program. Run: leadkit check {named}", err=True)
        return 1
    subject = Subject(jurisdiction, standing, standing.program)
    steps = subject.steps(path) if path else ()
    rows = rows_of(subject, steps)
    origins = origins_of(subject, rows, steps or tuple(path.split("."))) if origin else []
    if not rows and not origins:
        click.echo(f'Nothing is written at "{clean(path)}" on {standing.on}.', err=True)
        return 1
    if as_json:
        printed = render_origins_json(origins, standing.on) if origin else render_json(rows, standing.on)
    else:
        render = partial(render_origins, origins) if origin else partial(render_text, rows)
        printed = render(standing.on, colour=shows_colour())
    click.echo(printed, nl=False, color=True)
    return 0
