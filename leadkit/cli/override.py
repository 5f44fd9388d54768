"""``leadkit override``: begin a change to one clause."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import Day, json_option, place_argument, refuse_git

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.overrides.making import Made
    from leadkit.documents.paper import Paper
    from leadkit.model.load import Jurisdiction

_KINDS = ("replace", "insert-after", "remove", "alternate")


@click.command(short_help="Begin a change to one clause: a file with the model's text, to be edited.")
@place_argument
@click.option("--document", required=True, metavar="ID", help="The document, by kind or as the program calls it.")
@click.option("--list", "as_list", is_flag=True, help="List the clauses, with the alternates of each.")
@click.option("--clause", default="", metavar="CLAUSE", help="The clause, by its id.")
@click.option("--as", "kind", type=click.Choice(_KINDS), help="What becomes of it.")
@click.option("--use", default="", metavar="NAME", help="The alternate to choose, or to begin a replaced text from.")
@click.option("--id", "id_", default="", metavar="ID", help="The id of a new clause, with insert-after.")
@click.option("--by", default="", metavar="TEXT", help="Who makes the change.")
@click.option("--on", "day", type=Day(), metavar="DATE", help="When it is made (YYYY-MM-DD).")
@click.option("--reason", default="", metavar="TEXT", help="Why.")
@click.option("--yes", is_flag=True, help="Write the files.")
@json_option
def command(
    place: str, document: str, as_list: bool, clause: str, kind: str | None, use: str, id_: str, by: str,
    day: date | None, reason: str, yes: bool, as_json: bool,
) -> int:  # fmt: skip
    """Begin a change to one clause of a document of the program in DIR.

    It writes a file with the model's text to edit, keeps that text beside it, so that a later leadkit can merge its own
    changes into yours, and names the folder in the program where it is not named yet. Nothing is written without --yes.
    """
    from leadkit.cli.papers import chosen_papers, readable

    jurisdiction = readable(place)
    paper = chosen_papers(jurisdiction.resolve(), document)[0]
    if as_list:
        return _list(jurisdiction, paper, as_json=as_json)
    refuse_git([place])
    _refuse_unsaid({"--clause": clause, "--as": kind, "--by": by, "--on": day, "--reason": reason})
    if kind in ("insert-after", "alternate"):
        _refuse_unsaid({"--id": id_} if kind == "insert-after" else {"--use": use})
    return _make(jurisdiction, paper, (clause, str(kind), by, day, reason, use, id_), yes=yes, as_json=as_json)


def _refuse_unsaid(said: dict[str, object]) -> None:
    for option, value in said.items():
        if not value:
            raise click.UsageError(f"Say {option}.")


def _list(jurisdiction: Jurisdiction, paper: Paper, *, as_json: bool) -> int:
    from leadkit.documents.library import default_root, load
    from leadkit.documents.overrides.places import layers_of
    from leadkit.documents.standing import compose_standing
    from leadkit.report.clauses import render_json, render_text

    standing = jurisdiction.resolve()
    library = load(paper.printer, default_root(), layers_of(standing, paper))
    composed = compose_standing(standing, paper.id).document
    render = render_json if as_json else render_text
    click.echo(render(library, paper, composed), nl=False, color=True)
    return 0


def _make(
    jurisdiction: Jurisdiction, paper: Paper, said: tuple[str, str, str, date | None, str, str, str], *, yes: bool,
    as_json: bool,
) -> int:  # fmt: skip
    from leadkit.cli.writing import say
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.overrides.file import OverrideKind
    from leadkit.documents.overrides.making import Asked, make_override

    clause, kind, by, day, reason, use, id_ = said
    assert day is not None
    change = OverrideKind(kind)
    made = make_override(jurisdiction, paper, Asked(change, clause, by, day, reason, use, id_))
    trouble = made if isinstance(made, Diagnostic) else _saved(made) if yes else None
    if as_json:
        from leadkit.report.begun import render_json

        click.echo(render_json(made, trouble, written=yes and trouble is None), nl=False)
        return 1 if trouble else 0
    if trouble:
        return say(trouble)
    assert not isinstance(made, Diagnostic)
    return _tell(made, yes=yes, has_text=change.has_text)


def _saved(made: Made) -> Diagnostic | None:
    from leadkit.documents.overrides.saving import save

    return save(made.before, made.after)


def _tell(made: Made, *, yes: bool, has_text: bool) -> int:
    for path in made.after:
        click.echo(f"{'Wrote' if yes else 'To be written:'} {path.as_posix()}")
    if made.line and not made.added:
        click.echo(f"Add to {'.'.join(filter(None, (made.above, made.where)))}: {made.line}")
    first = next(iter(made.after)).as_posix()
    then = f"Now write its text in {first}." if has_text else "leadkit build now prints the change."
    click.echo(then if yes else "Nothing was written. To write these files, say --yes.")
    return 0
