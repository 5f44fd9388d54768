"""``leadkit amend``: the amendment that turns one version of an agreement into another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from leadkit.cli.options import (
    Day,
    json_option,
    on_new_option,
    on_old_option,
    out_option,
    overwrite_option,
    shows_colour,
)

_AGREEMENT = "mou"


@click.command(short_help="Write the amendment that turns one version of an agreement into another.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--number", default="", metavar="TEXT", help='Its number, as "Amendment No. 3"; without it, the next.')
@click.option("--effective", type=Day(), metavar="DATE", help="The day from which it is to govern; else a blank.")
@on_old_option
@on_new_option
@click.option(
    "--format",
    "form",
    default="docx,pdf,html,md",
    show_default=True,
    metavar="LIST",
    help="Some of docx, pdf, html, md.",
)
@out_option("Where the files are written.")
@overwrite_option
@click.option("--keep", is_flag=True, help="Keep its record in NEW/amendments, where the next amendment looks for it.")
@json_option
def command(
    old: str,
    new: str,
    number: str,
    effective: date | None,
    on_old: date | None,
    on: date | None,
    form: str,
    out: Path,
    overwrite: bool,
    keep: bool,
    as_json: bool,
) -> int:
    """Write the amendment that turns the agreement of OLD into that of NEW, and the agreement amended and restated.

    OLD and NEW are folders, or git:REV:FOLDER for a folder as it was at a revision. Each section that changes is quoted
    in full, and the rest is ratified. Annexes change by their own rules, and no amendment is written for them.

    The files are written to OUT/NAME, where NAME is the name of NEW's folder: the amendment, the restated agreement,
    and a record of what the amendment did to the words.
    """
    from leadkit.cli.chosen import formats_of
    from leadkit.cli.options import refuse_git
    from leadkit.cli.out import folders_of, refuse_links, refuse_sources
    from leadkit.cli.versions import versions_of
    from leadkit.documents.amendment.drafting import amended
    from leadkit.documents.amendment.writing import AmendmentFiles, write_amendment
    from leadkit.report.written import render_json, render_text

    formats = formats_of(form)
    folders = folders_of((new,))
    (name,) = folders.values()
    refuse_links(out, [name])
    refuse_sources(out, {old: name, **folders})
    if keep:
        refuse_git([new])
    read = versions_of(old, new, on_old, on)
    made = read.errors or amended(read.old, read.new, _AGREEMENT, number=number, effective=effective)
    if isinstance(made, tuple):
        done = AmendmentFiles((), made)
    elif made is None:
        nothing = "Both versions say the same: there is nothing to amend.\n"
        click.echo(render_json(AmendmentFiles((), ())) if as_json else nothing, nl=False)
        return 0
    else:
        program = Path(new) if read.source.folders else None
        done = write_amendment(made, formats, out / name, program, overwrite=overwrite, keep=keep)
    printed = render_json(done) if as_json else render_text(done, read.files, colour=shows_colour())
    click.echo(printed, nl=False, color=True)
    return 1 if not done.files or any(one.is_error for one in done.diagnostics) else 0
