"""``leadkit review``: what counsel changed in a document, taken into the program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import (
    Day,
    GivenFile,
    asks_on_terminal,
    folder_name,
    json_option,
    out_option,
    refuse_git,
    shows_colour,
)

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.returned.proposal import Review


@click.command(short_help="Take what counsel changed in a document into a program.")
@click.argument("file", type=GivenFile(), metavar="FILE")
@click.option("--into", "place", required=True, metavar="DIR", help="The folder of the program.")
@click.option("--document", default="", metavar="ID", help="The document that it must be; without it, the file says.")
@click.option(
    "--tracked", type=click.Choice(["accepted", "rejected"]), default="accepted", show_default=True,
    help="Whether tracked changes are taken as accepted or as rejected.",
)  # fmt: skip
@click.option("--by", default="", metavar="NAME", help="Who made the changes; without it, whom the file names.")
@click.option("--on", type=Day(), metavar="DATE", help="When; without it, what the file says (YYYY-MM-DD).")
@click.option("--reason", default="", metavar="TEXT", help="Why; without it, what comments on the changes say.")
@out_option("Where the documents are built: a file like FILE there may be overwritten once it is taken in.")
@click.option("--yes", is_flag=True, help="Write what is proposed, without asking.")
@json_option
def command(
    file: Path, place: str, document: str, tracked: str, by: str, on: date | None, reason: str, out: Path, yes: bool,
    as_json: bool,
) -> int:  # fmt: skip
    """Compare FILE, a Word draft that leadkit built and somebody edited, with what was built, and take it in.

    An edit inside a value becomes an edit of the program's YAML; an edit of the words becomes a clause of the program's
    own, with who made it and when; a comment becomes a question under open. Each is tried out first, and only what then
    prints just the same words is proposed. All of it is shown, and nothing is written before you agree, or say --yes.
    """
    from leadkit.documents.overrides.saving import save
    from leadkit.documents.returned.asked import Asked
    from leadkit.documents.returned.paragraph import View
    from leadkit.documents.returned.reviewing import review
    from leadkit.report.reviewed import render, render_json

    refuse_git([place])
    content = _read(file)
    if not isinstance(content, bytes):
        return _say(content)
    made = review(content, place, Asked(document, View(tracked), by.strip(), on, reason.strip()))
    if not as_json:
        click.echo(render(made, colour=shows_colour()), nl=False, color=True)
    written = made.proposes and (yes or (not as_json and _agreed()))
    trouble = save(made.before, made.after) if written else None
    if trouble is None and made.is_settled and (written or not made.proposes):
        trouble = _note(dict.fromkeys((out / folder_name(place), file.parent)), content, made.document)
    if as_json:
        click.echo(render_json(made, trouble, written=written and trouble is None), nl=False)
    else:
        _tell(made, written=written, trouble=trouble)
    return 1 if trouble or made.failed else 0


def _note(folders: Iterable[Path], content: bytes, document: str) -> Diagnostic | None:
    """Note that the file was taken in, where it stands in one of the folders as a built one."""
    from leadkit.documents.manifest import note_reviewed

    noted = (note_reviewed(folder, content, document) for folder in folders)
    return next((trouble for trouble in noted if trouble), None)


def _read(file: Path) -> bytes | Diagnostic:
    """The bytes of the file, no more of them than a document has; or why it cannot be read."""
    from leadkit.documents.returned.codes import BAD_RETURNED, LARGE_RETURNED
    from leadkit.source.packed import LARGEST

    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as trouble:
        reason = trouble.strerror or "it cannot be opened"
        return BAD_RETURNED.at(message=f"{file.as_posix()} cannot be read: {reason}.", remedy="Name the returned file.")
    if len(content) > LARGEST:
        message = f"{file.as_posix()} is larger than {LARGEST // 1_000_000} MB."
        return LARGE_RETURNED.at(message=message, remedy="Send the agreement without its pictures.")
    return content


def _agreed() -> bool:
    """Ask whether it is to be written; where nobody can be asked, it is not."""
    return asks_on_terminal() and click.confirm("\nWrite this into the program?", default=False)


def _tell(made: Review, *, written: bool, trouble: Diagnostic | None) -> None:
    if trouble:
        _say(trouble)
    elif written:
        from leadkit.report.terminal import clean

        click.echo("\nWritten:")
        for path in made.after:
            click.echo(f"  {clean(path.as_posix())}")
        click.echo("leadkit build now prints these words.")
    elif made.proposes:
        click.echo("\nNothing was written. To write it, add --yes.")


def _say(found: Diagnostic) -> int:
    from leadkit.cli.writing import say

    return say(found)
