"""``leadkit deviations``: every clause that differs from the model."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import (
    exit_code_option,
    json_form_option,
    on_option,
    places_argument,
    refuse_git,
    shows_colour,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadkit.documents.overrides.accepting import Acceptance
    from leadkit.report.deviated import Outcome

_FORMS = ("text", "json", "html", "md")


@click.command(short_help="Show every clause that differs from the model, word by word, with the reason.")
@places_argument
@click.option("--document", default="", metavar="ID", help="One document, by kind or as the program calls it.")
@click.option("--format", "form", type=click.Choice(_FORMS), default="text", help="For whom it is printed.")
@json_form_option
@on_option
@exit_code_option
@click.option("--accept", is_flag=True, help="Bring overrides up to date whose text has changed in the library.")
@click.option("--yes", is_flag=True, help="With --accept, write the files.")
def command(
    places: tuple[str, ...], document: str, form: str, on: date | None, exit_code: bool, accept: bool, yes: bool
) -> int:
    """Show every clause that differs from the model, word by word, with who changed it, when and why.

    A clause may be replaced, added, taken out or exchanged for an alternate by the state, the jurisdiction or one
    document alone. With --accept, what leadkit could merge after the library changed is shown, and written with --yes;
    what it could not merge stays for somebody to decide.
    """
    if yes and not accept:
        raise click.UsageError("Say --accept with --yes.")
    outcomes = [_outcome(place, document, on) for place in places or (".",)]
    if accept:
        refuse_git(places)
        return _accept(outcomes, yes=yes)
    click.echo(_printed(outcomes, form), nl=False, color=True)
    return 1 if any(one.failed or (exit_code and one.differs) for one in outcomes) else 0


def _printed(outcomes: Sequence[Outcome], form: str) -> str:
    from leadkit.report import deviated

    if form == "html":
        from leadkit.report.deviated_html import render_html

        return render_html(outcomes)
    if form == "text":
        return deviated.render_text(outcomes, colour=shows_colour())
    return deviated.render_json(outcomes) if form == "json" else deviated.render_markdown(outcomes)


def _outcome(place: str, document: str, on: date | None) -> Outcome:
    from leadkit.cli.papers import chosen_papers, readable
    from leadkit.documents.overrides.differences import differences_of
    from leadkit.report.deviated import Outcome

    jurisdiction = readable(place, on)
    standing = jurisdiction.resolve(on)
    return Outcome(jurisdiction.source.root.span.file, differences_of(standing, chosen_papers(standing, document)))


def _accept(outcomes: Sequence[Outcome], *, yes: bool) -> int:
    """Tell or write what accepting changes; return the exit code."""
    from leadkit.documents.overrides.accepting import accept

    code = 0
    for outcome in outcomes:
        deviations = [one.deviation for each in outcome.documents for one in each.clauses]
        found = accept(deviations, outcome.place)
        conflicts = [each.override.file for each in deviations if each.conflicts]
        if not found.after and not conflicts and not outcome.failed:
            click.echo("Every override is up to date.")
        code = max(code, _tell(found, yes=yes))
        if conflicts:
            click.echo(f"Not accepted, because somebody must decide: {', '.join(conflicts)}.")
            code = 1
    return code


def _tell(found: Acceptance, *, yes: bool) -> int:
    from leadkit.cli.writing import say
    from leadkit.documents.overrides.saving import save

    for file in found.elsewhere:
        click.echo(f"{file} is in a folder that this one extends: accept it there.")
    if not found.after:
        return 0
    if yes and (trouble := save(found.before, found.after)):
        return say(trouble)
    for path in found.after:
        click.echo(f"{'Wrote' if yes else 'To be written:'} {path.as_posix()}")
    if not yes:
        click.echo("Nothing was written. To write these files, say --yes.")
    return 0
