"""``leadkit check``: every finding about one or several programs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import on_option, places_argument, shows_colour

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic


@click.command(short_help="Check a program and list every finding.")
@places_argument
@on_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the findings."
)
@click.option("--strict", is_flag=True, help="Let warnings fail the check too.")
@click.option("--watch", "watched", is_flag=True, help="Check again whenever a file changes, until Ctrl+C.")
def command(places: tuple[str, ...], on: date | None, form: str, strict: bool, watched: bool) -> int:
    """Check programs and list every finding, with the line it is on and what to do about it.

    DIR is the folder of a program, or git:REV:FOLDER for a folder as it was at a revision. Without DIR the current
    folder is checked. A program is checked as it stood on every day on which something in it begins.
    """
    if watched:
        from leadkit.cli.watch import watch

        watch(places or (".",), lambda: _check(places, on, form, strict))
    return _check(places, on, form, strict)


def _check(places: tuple[str, ...], on: date | None, form: str, strict: bool) -> int:
    from leadkit.check.run import check_jurisdiction
    from leadkit.check.schema_copy import CODE as STALE_SCHEMA
    from leadkit.cli.cache import as_read, remember
    from leadkit.model.load import load

    found: list[Diagnostic] = []
    files: dict[str, str] = {}
    read: list[str | None] = []
    for place in places or (".",):  # one program at a time, so that a hundred take no more memory than one
        jurisdiction = load(place)
        here = check_jurisdiction(jurisdiction, on)
        found.extend(here)
        files.update(jurisdiction.source.files if here else dict.fromkeys(jurisdiction.source.files, ""))
        read.append(as_read(jurisdiction.source))
    printed = _render(found, files, form)
    code = _exit_code(found, strict=strict)
    if not any(one.code == STALE_SCHEMA.code for one in found):  # the schema is no part of what is looked at again
        remember(read, printed, code)
    click.echo(printed, nl=False, color=True)
    return code


def _render(found: list[Diagnostic], files: dict[str, str], form: str) -> str:
    if form == "json":
        from leadkit.report.json import render

        return render(found)
    from leadkit.report import text

    return text.render(found, files, colour=shows_colour())


def _exit_code(found: list[Diagnostic], *, strict: bool) -> int:
    failing = ("error", "warning") if strict else ("error",)
    return 1 if any(one.severity in failing for one in found) else 0
