"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click


class Day(click.ParamType[date]):
    """A day, written YYYY-MM-DD."""

    name = "date"

    def convert(self, value: object, parameter: click.Parameter | None, context: click.Context | None) -> date:
        """Read the day; anything else is a mistake of usage."""
        if isinstance(value, date):
            return value
        from leadkit.values.dates import PartialDate

        try:
            written = PartialDate.parse(str(value))
        except ValueError as wrong:
            self.fail(f"{value!r} is not a day: {wrong}.", parameter, context)
        if not written.is_day:
            self.fail(f"{value!r} is not a day: write YYYY-MM-DD.", parameter, context)
        return written.first


on_option = click.option("--on", type=Day(), metavar="DATE", help="The program as it stood on this day (YYYY-MM-DD).")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
place_argument = click.argument("place", metavar="DIR")
places_argument = click.argument("places", metavar="[DIR]...", nargs=-1)


def folder_name(place: str) -> str:
    """The name of a program's folder, also of one in git."""
    try:
        return Path(place.rsplit(":", 1)[-1] if place.startswith("git:") else place).resolve().name or "program"
    except OSError:  # the current folder is gone, which is a finding of the check
        return "program"


def refuse_git(places: Sequence[str]) -> None:
    """Refuse what a command cannot do with a revision in git: neither is it written to, nor does it change."""
    if any(place.startswith("git:") for place in places):
        raise click.UsageError("What is in git stays as it is: name a folder.")


def asks_on_terminal() -> bool:
    """Whether somebody can be asked; a process that was started without a standard input has none at all."""
    return bool(sys.stdin and sys.stdin.isatty())


def shows_colour() -> bool:
    """Whether standard output is a terminal that shows colour (https://no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
