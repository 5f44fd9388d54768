"""``leadkit status``: who has signed, what is due, and which papers are out of date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from leadkit.cli.options import (
    exit_code_option,
    folder_name,
    json_form_option,
    on_option,
    out_option,
    place_argument,
    shows_colour,
)


@click.command(short_help="Tell who has signed, what is due, and which papers are out of date.")
@place_argument
@out_option("Where the documents were built.")
@click.option(
    "--within", type=click.IntRange(0, 36_500), default=90, show_default=True, metavar="DAYS",
    help="How many days ahead to look for what falls due.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@json_form_option
@on_option
@exit_code_option
def command(place: str, out: Path, within: int, form: str, on: date | None, exit_code: bool) -> int:
    """Tell how the program in DIR stands: who has signed, what is due, and which papers are out of date.

    The day is the one that the program is described as of, or --on. What is due is what is overdue on that day and what
    falls due within DAYS. The papers are those that leadkit build wrote to OUT/NAME, where NAME is the name of the
    folder: each is compared with what the program would print now, and with the file as it was built.

    With --exit-code it returns 1 where a signature is missing, something is overdue, or a paper is out of date.
    """
    from leadkit.cli.papers import readable
    from leadkit.documents.status.standing import status_of
    from leadkit.report.status import render_json, render_text

    standing = readable(place, on).resolve(on)
    assert standing.program is not None
    status = status_of(standing, standing.program, out / folder_name(place), within)
    printed = render_json(status) if form == "json" else render_text(status, place, colour=shows_colour())
    click.echo(printed, nl=False, color=True)
    return 1 if exit_code and not status.is_in_order else 0
