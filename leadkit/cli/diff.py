"""``leadkit diff``: what two versions of a program decide differently."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import exit_code_option, folder_name, json_option, on_new_option, on_old_option, shows_colour

if TYPE_CHECKING:
    from leadkit.policy.analysis.compare import Version


@click.command(short_help="Compare two versions of a program: every kind of case that they decide differently.")
@click.argument("old", metavar="OLD")
@click.argument("new", required=False, metavar="[NEW]")
@on_old_option
@on_new_option
@json_option
@click.option("--markdown", is_flag=True, help="Print a comment for a pull request.")
@exit_code_option
def command(
    old: str,
    new: str | None,
    on_old: date | None,
    on: date | None,
    as_json: bool,
    markdown: bool,
    exit_code: bool,
) -> int:
    """Compare two versions of a program: every kind of case that they decide differently, with one such case.

    OLD and NEW are folders, or git:REV:FOLDER for a folder as it was at a revision. Without NEW, two days of the same
    program are compared. Every possible case is covered, not a sample. What could not be decided is said.

    Without --on-old and --on both are compared as of the day that each is described as of, and it is told from
    which later days on they differ otherwise.
    """
    if as_json and markdown:
        raise click.UsageError("Choose --json or --markdown.")
    if new is None and on_old == on:
        raise click.UsageError("Name a second version: NEW, or two days with --on-old and --on.")
    from leadkit.policy.analysis.compare import compare
    from leadkit.report.compared import render_json, render_markdown, render_text

    found = compare(_version(old, on_old), _version(new or old, on))
    assert found is not None
    if as_json:
        printed = render_json(found)
    else:
        printed = render_markdown(found) if markdown else render_text(found, colour=shows_colour())
    click.echo(printed, nl=False, color=True)
    return 1 if exit_code and not found.is_none else 0


def _version(place: str, on: date | None) -> Version:
    from leadkit.cli.deciding import decidable
    from leadkit.policy.analysis.compare import Version

    return Version(decidable(place, on), on, folder_name(place), place)
