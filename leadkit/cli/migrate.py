"""``leadkit migrate``: bring programs to this version of the format."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import json_option, places_argument, refuse_git, shows_colour

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from leadkit.diagnostic import Diagnostic
    from leadkit.migrate.plan import Rewritten
    from leadkit.source import Source


@click.command(short_help="Bring a program written for an older leadkit up to date.")
@places_argument
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
@json_option
def command(places: tuple[str, ...], diff: bool, as_json: bool) -> int:
    """Bring the program in each DIR, and the folders it extends, to the version of the format that leadkit reads.

    Only the words that the versions differ in are changed: comments, order, quotes and line ends stay. A program that
    is up to date stays as it is. Without DIR the current folder is migrated.
    """
    from leadkit.migrate.plan import plan
    from leadkit.source.saving import save_all

    refuse_git(places)
    files: dict[str, Rewritten] = {}
    texts: dict[str, str] = {}
    found: dict[Diagnostic, None] = {}
    for place in places or (".",):
        planned = plan(place)
        texts.update(planned.source.files)
        in_the_way = planned.found or tuple(_no_version(planned.source))
        found.update(dict.fromkeys(in_the_way))
        if not in_the_way:
            files.update((os.path.realpath(file.path), file) for file in planned.files)  # two may extend one folder
    last = sorted(files.values(), key=lambda file: file.says_version)  # a program half written is still an old one
    before = {file.path: file.before for file in last}
    after = {file.path: file.after for file in last}
    trouble = None if diff else save_all(before, after)
    if trouble is not None:
        found[trouble] = None
    written = bool(after) and not diff and trouble is None
    if as_json:
        from leadkit.report.migrated import render_json

        click.echo(render_json(before, after, found, written=written), nl=False)
    else:
        if diff:
            from leadkit.report.repaired import render_diff

            click.echo(render_diff(before, after, colour=shows_colour()), nl=False, color=True)
        _say(after if written else (), list(found), texts)
        if not files and not found:
            click.echo("Nothing to migrate.")
    return 1 if found else 0


def _no_version(source: Source) -> Iterator[Diagnostic]:
    """What ``leadkit check`` finds about a version that is none, or is missing."""
    from leadkit.check.shape import empty_values, shape_findings
    from leadkit.migrate.versions import version_text
    from leadkit.model.load import Jurisdiction
    from leadkit.source.overlay import VERSION

    if not source.root.entries or version_text(source.root) is not None:
        return
    for one in (*empty_values(source.root), *shape_findings(Jurisdiction(source).resolve(), source)):
        if one.path == VERSION:
            yield one


def _say(written: Iterable[Path], found: Sequence[Diagnostic], texts: Mapping[str, str]) -> None:
    """Say which files were written, and what stands in the way."""
    from leadkit.report import text
    from leadkit.report.report import Report
    from leadkit.report.terminal import clean

    for path in written:
        click.echo(f"Migrated {clean(path.as_posix())}")
    if found:
        click.echo(text.render(Report(found, texts, colour=shows_colour())), nl=False, color=True)
