"""``leadkit migrate``: bring programs to this version of the format."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import places_argument, refuse_git, shows_colour

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

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
    from leadkit.source.saving import as_stored

    refuse_git(places)
    files: dict[str, Rewritten] = {}
    texts: dict[str, str] = {}
    found: dict[Diagnostic, None] = {}
    for place in places or (".",):
        planned = plan(place)
        files.update((os.path.realpath(file.path), file) for file in planned.files)  # two may extend one folder
        texts.update(planned.source.files)
        found.update(dict.fromkeys(planned.found))
    last = sorted(files.values(), key=lambda file: file.says_version)  # a program half written is still an old one
    before = {file.path: as_stored(file.path, file.before) for file in last}
    after = {file.path: as_stored(file.path, file.after) for file in last}
    if diff:
        from leadkit.report.repaired import render_diff

        click.echo(render_diff(before, after, colour=shows_colour()), nl=False, color=True)
    elif trouble := _save(before, after):
        found[trouble] = None
    if found:
        from leadkit.report import text
        from leadkit.report.report import Report

        click.echo(text.render(Report(list(found), texts, colour=shows_colour())), nl=False, color=True)
    elif not files:
        click.echo("Nothing to migrate.")
    return 1 if found else 0


def _save(before: Mapping[Path, bytes], after: Mapping[Path, bytes]) -> Diagnostic | None:
    """Write the files and say which; the finding where they cannot be written."""
    from leadkit.report.terminal import clean
    from leadkit.source.saving import save_all

    trouble = save_all(before, after)
    if trouble is None:
        for path in after:
            click.echo(f"Migrated {clean(path.as_posix())}")
    return trouble
