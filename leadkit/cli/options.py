"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., object])


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


class NewFile(click.Path):
    """A file to write to; never one that is part of a program, whose text would be lost."""

    def __init__(self) -> None:
        """Take a path, and no folder."""
        super().__init__(dir_okay=False, path_type=Path)

    def convert(
        self, value: str | os.PathLike[str], parameter: click.Parameter | None, context: click.Context | None
    ) -> Path:
        """Read the path; the ending of a program's files is a mistake of usage, also behind a link."""
        from leadkit.source.links import is_link

        if os.fsdecode(value) == "-":
            self.fail("No file is named so: to print it, leave the option out.", parameter, context)
        path = Path(os.fsdecode(super().convert(value, parameter, context)))
        behind = Path(os.path.realpath(path)) if is_link(path) else path
        for name in (path.name, behind.name):
            if name.lower().endswith((".yaml", ".yml")):
                self.fail(f"{name} has the ending of a program's files: choose another name.", parameter, context)
        return path


class GivenFile(click.Path):
    """A file to read; one that is not there, and a folder, are mistakes of usage."""

    def __init__(self) -> None:
        """Take a path."""
        super().__init__(path_type=Path)

    def convert(
        self, value: str | os.PathLike[str], parameter: click.Parameter | None, context: click.Context | None
    ) -> Path:
        """Read the path; whether the file can be read is left to who reads it."""
        path = Path(os.fsdecode(super().convert(value, parameter, context)))
        if path.is_dir():
            self.fail(f'"{path.as_posix()}" is a folder: name a file.', parameter, context)
        if not os.path.lexists(path):
            self.fail(f'There is no file "{path.as_posix()}".', parameter, context)
        return path


on_option = click.option("--on", type=Day(), metavar="DATE", help="The program as it stood on this day (YYYY-MM-DD).")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
json_form_option = click.option("--json", "form", flag_value="json", help="The same as --format json.")
on_new_option = click.option("--on", type=Day(), metavar="DATE", help="NEW as it stood on this day (YYYY-MM-DD).")
on_old_option = click.option("--on-old", type=Day(), metavar="DATE", help="OLD as it stood on this day (YYYY-MM-DD).")
exit_code_option = click.option("--exit-code", is_flag=True, help="Return 1 where there is something to tell.")
overwrite_option = click.option(
    "--overwrite", is_flag=True, help="Overwrite other files in the place of what is written."
)
place_argument = click.argument("place", metavar="DIR")
places_argument = click.argument("places", metavar="[DIR]...", nargs=-1)


def out_option(told: str) -> Callable[[_Command], _Command]:
    """The option that names the folder of the documents.

    Args:
        told: What the command does there, as the help says it.
    """
    folder = click.Path(file_okay=False, path_type=Path)
    return click.option("--out", type=folder, default="out", show_default=True, metavar="OUT", help=told)


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
