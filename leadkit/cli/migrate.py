"""``leadkit migrate``: bring programs to this version of the format."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import places_argument, shows_colour

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leadkit.diagnostic import Diagnostic
    from leadkit.migrate.plan import Rewritten


@click.command(short_help="Bring a program written for an older leadkit up to date.")
@places_argument
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
def command(places: tuple[str, ...], diff: bool) -> int:
    """Bring the program in each DIR, and the folders it extends, to the version of the format that leadkit reads.

    Only the words that the versions differ in are changed: comments, order, quotes and line ends stay. A program that
    is up to date stays as it is. Without DIR the current folder is migrated.
    """
    from leadkit.migrate.plan import plan

    if any(place.startswith("git:") for place in places):
        raise click.UsageError("What is in git is not written to: name a folder.")
    files: dict[str, Rewritten] = {}
    texts: dict[str, str] = {}
    found: dict[Diagnostic, None] = {}
    for place in places or (".",):
        planned = plan(place)
        files.update((os.path.realpath(file.name), file) for file in planned.files)  # two may extend one folder
        texts.update(planned.source.files)
        found.update(dict.fromkeys(planned.found))
    if diff:
        from leadkit.report.repaired import render_diff

        before = {Path(file.name): file.before.encode("utf-8") for file in files.values()}
        after = {Path(file.name): file.after.encode("utf-8") for file in files.values()}
        click.echo(render_diff(before, after, colour=shows_colour()), nl=False, color=True)
    else:
        found.update(dict.fromkeys(_written(files.values())))
    if found:
        from leadkit.report import text
        from leadkit.report.report import Report

        click.echo(text.render(Report(list(found), texts, colour=shows_colour())), nl=False, color=True)
    elif not files:
        click.echo("Nothing to migrate.")
    return 1 if found else 0


def _written(files: Iterable[Rewritten]) -> Iterator[Diagnostic]:
    """Write the files; a finding for each that could not be written."""
    from leadkit.documents.codes import NOT_WRITTEN
    from leadkit.report.terminal import clean
    from leadkit.source.saving import save

    for file in files:
        trouble = save(file.name, file.before, file.after)
        if trouble:
            yield NOT_WRITTEN.at(message=trouble, remedy="See to it that your account may write the file.")
        else:
            click.echo(f"Migrated {clean(file.name)}")
