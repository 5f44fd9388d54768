"""``leadkit redline``: what differs between two versions of a document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import (
    exit_code_option,
    json_option,
    on_new_option,
    on_old_option,
    out_option,
    overwrite_option,
    shows_colour,
)

if TYPE_CHECKING:
    from leadkit.documents.redline.writing import Redline


@click.command(short_help="Show what differs between two versions of a document, as tracked changes.")
@click.argument("old", metavar="OLD")
@click.argument("new", required=False, metavar="[NEW]")
@click.option("--document", default="mou", show_default=True, metavar="ID", help="The document, by kind or name.")
@click.option(
    "--format", "form", default="docx,html,memo", show_default=True, metavar="LIST", help="Some of docx, html, memo."
)
@out_option("Where the files are written.")
@overwrite_option
@click.option("--author", default="leadkit", show_default=True, metavar="NAME", help="Whose the tracked changes are.")
@on_old_option
@on_new_option
@json_option
@exit_code_option
def command(
    old: str,
    new: str | None,
    document: str,
    form: str,
    out: Path,
    overwrite: bool,
    author: str,
    on_old: date | None,
    on: date | None,
    as_json: bool,
    exit_code: bool,
) -> int:
    """Show what differs between two versions of a document: as tracked changes in Word, as a page, and as a table.

    OLD and NEW are folders, or git:REV:FOLDER for a folder as it was at a revision. Without NEW, two days of the same
    program are compared. All changes accepted, the Word file is the new text; all rejected, the old one. A comment at
    each clause that differs names the field of the program that made it differ, and who changed it where git knows.

    The files are written to OUT/NAME, where NAME is the name of NEW's folder. The memo is a table of the changes on one
    page, for a council or board.
    """
    if new is None and on_old == on:
        raise click.UsageError("Name a second version: NEW, or two days with --on-old and --on.")
    from leadkit.cli.chosen import chosen
    from leadkit.cli.out import folders_of, refuse_links, refuse_sources
    from leadkit.documents.redline.writing import FORMATS, write
    from leadkit.report.redlined import render_json, render_text

    formats = chosen(form, FORMATS, "format") or list(FORMATS)
    folders = folders_of((new or old,))
    (name,) = folders.values()
    refuse_links(out, [name])
    refuse_sources(out, {old: name, **folders})
    done, files = _compared(old, new or old, document, on_old, on)
    done = write(done, formats, out / name, author, overwrite=overwrite)
    click.echo(render_json(done) if as_json else render_text(done, files, colour=shows_colour()), nl=False, color=True)
    if done.comparison is None or any(one.is_error for one in done.diagnostics):
        return 1
    return 1 if exit_code and (done.comparison.changed or done.comparison.cover) else 0


def _compared(
    old: str, new: str, document: str, on_old: date | None, on: date | None
) -> tuple[Redline, Mapping[str, str]]:
    """What differs, with the texts of both programs for the excerpts; a program with errors is not compared."""
    from leadkit.cli.versions import versions_of
    from leadkit.documents.redline.writing import Redline, compared
    from leadkit.source.history import History

    read = versions_of(old, new, on_old, on)
    if read.errors:
        return Redline(None, diagnostics=read.errors), read.files
    return compared(read.old, read.new, document, History(read.source.data)), read.files
