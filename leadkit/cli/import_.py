"""``leadkit import``: agencies or services from a spreadsheet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import GivenFile, asks_on_terminal, json_option, refuse_git, shows_colour

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadkit.diagnostic import Diagnostic
    from leadkit.spreadsheets.columns.mapping import Column
    from leadkit.spreadsheets.entries.collection import Collection
    from leadkit.spreadsheets.plan import Plan
    from leadkit.spreadsheets.reading.table import Row, Table
    from leadkit.spreadsheets.splicing.trial import Trial


@click.command(short_help="Add agencies or services from a spreadsheet to a program.")
@click.argument("what", type=click.Choice(["services", "agencies"]), metavar="services|agencies")
@click.argument("file", type=GivenFile(), metavar="FILE")
@click.option("--into", "place", required=True, metavar="DIR", help="The folder of the program.")
@click.option(
    "--map", "said", multiple=True, metavar='"COLUMN=FIELD"',
    help="What a column holds: a field, notes, or leave_out. May be given several times.",
)  # fmt: skip
@click.option("--sheet", default="", metavar="NAME", help="The sheet of a workbook; without it, the first.")
@click.option("--yes", is_flag=True, help="Take the columns as guessed, without asking.")
@click.option("--skip-unreadable", is_flag=True, help="Add the rows that can be read although others cannot.")
@json_option
def command(
    what: str, file: Path, place: str, said: tuple[str, ...], sheet: str, yes: bool, skip_unreadable: bool,
    as_json: bool,
) -> int:  # fmt: skip
    """Add the rows of FILE, a .csv file or an .xlsx workbook, to a program as agencies or services.

    The columns are known by the words at their head and shown before anything is done; what no field holds is kept as
    notes. New entries come after those that are there, and every other character of the program stays as it is. Where
    a row cannot be read, it is named and nothing is written. What the program has already is never changed; an entry
    under open that the new entries answer is taken out where you agree to it, or say --yes.
    """
    from leadkit.model.load import load
    from leadkit.report.imported import render_columns, render_head
    from leadkit.source.saving import save_all
    from leadkit.spreadsheets.columns.mapping import head_of
    from leadkit.spreadsheets.entries.collection import COLLECTIONS
    from leadkit.spreadsheets.plan import plan, unsound
    from leadkit.spreadsheets.reading.file import read_file

    refuse_git([place])
    table = read_file(file, sheet)
    if not table.rows:
        return _refused(table, table.diagnostics, as_json=as_json)
    jurisdiction = load(place)
    if stops := unsound(jurisdiction):
        return _refused(table, stops, as_json=as_json)
    collection, head = COLLECTIONS[what], head_of(table.rows)
    columns = _columns(table, head, collection, said)
    if not as_json:
        click.echo(render_head(table, head) + "\n" + render_columns(table, head, columns))
    if not _confirmed(columns, yes=yes, asks=not as_json):
        click.echo('Nothing was written. Say what a column holds with --map "Column=field".')
        return 1
    planned = plan(table, head, columns, collection, jurisdiction, skip_unreadable=skip_unreadable)
    if planned.closing and _closes(planned.closing, yes=yes, asks=not as_json):
        planned = replace(planned, trial=planned.closing)
    trouble = save_all(planned.trial.before, planned.trial.after) if planned.trial else None
    return _show_json(table, columns, planned, trouble) if as_json else _tell(planned, collection, trouble)


def _refused(table: Table, found: Sequence[Diagnostic], *, as_json: bool) -> int:
    """Say why there was nothing to do; return the exit code."""
    from leadkit.spreadsheets.plan import Plan

    if as_json:
        return _show_json(table, (), Plan(found=tuple(found)))
    code = _show(found, {})
    click.echo("Nothing was written.")
    return code


def _columns(table: Table, head: Row, collection: Collection, said: Sequence[str]) -> tuple[Column, ...]:
    from leadkit.spreadsheets.columns.mapping import UnusableMapError, columns_of

    try:
        return columns_of(head, collection.fields, said, table.hidden)
    except UnusableMapError as wrong:
        raise click.BadParameter(str(wrong), param_hint="--map") from None


def _confirmed(columns: Sequence[Column], *, yes: bool, asks: bool) -> bool:
    """Ask whether the columns are right, unless every one was given, or it was said beforehand."""
    if yes or all(column.said for column in columns):
        return True
    if not asks or not asks_on_terminal():
        raise click.UsageError("Nothing was written. If the columns are right, say --yes; else --map the others.")
    return _agreed(
        "Are the columns right?",
        "Each line above is a column: what it is taken for, and its first cell. After no, nothing is written: say what "
        'a column holds with --map "Column=field".',
    )


def _closes(closing: Trial, *, yes: bool, asks: bool) -> bool:
    """Ask whether what is answered now is to be taken out of ``open``; unasked it stays, and check tells."""
    if yes or not asks or not asks_on_terminal():
        return yes
    named = ", ".join(closing.closed)
    return _agreed(
        f"Listed under open, and answered by the new entries: {named}. Take it out there?",
        "An entry under open for something that the program has is an error. After no it stays, for you to take out.",
    )


def _agreed(asks: str, explained: str) -> bool:
    """Ask for yes or no, and explain the question where somebody types ?; nothing typed is no."""
    from leadkit.onboard.questions.forms import flag

    while True:
        typed = click.prompt(f"{asks} [y/N]", default="", show_default=False, prompt_suffix=" ").strip()
        try:
            return flag(typed or "no") == "yes"
        except ValueError:
            click.echo(f"  {explained}" if typed == "?" else "  Write yes or no; ? explains the question.")


def _tell(planned: Plan, collection: Collection, trouble: Diagnostic | None) -> int:
    """Say what came of it; return the exit code."""
    from leadkit.report.imported import render_outcome

    if trouble:
        return _show([trouble], {})
    if planned.found:
        _show(planned.found, {})
    written = [path.as_posix() for path in planned.trial.after] if planned.trial else []
    click.echo(render_outcome(planned, collection, written), nl=False)
    if planned.trial and planned.trial.brought:
        click.echo("\nWhat leadkit check says of the new entries:\n")
        _show(planned.trial.brought, planned.trial.texts or {})
        if planned.trial.breaks:
            click.echo("The new entries were written, and the program has an error now: put it right before you build.")
    return _code(planned)


def _code(planned: Plan) -> int:
    """An error in a row is one, and so is an error that the new entries bring to the program."""
    breaks = planned.trial is not None and planned.trial.breaks
    return 1 if breaks or any(one.is_error for one in planned.found) else 0


def _show_json(table: Table, columns: Sequence[Column], planned: Plan, trouble: Diagnostic | None = None) -> int:
    """Print what came of it for a program; return the exit code."""
    from leadkit.report.imported import render_json

    click.echo(render_json(table, columns, planned, trouble), nl=False)
    return 1 if trouble or not columns else _code(planned)


def _show(found: Sequence[Diagnostic], texts: Mapping[str, str]) -> int:
    """Print findings; return the exit code for a command that could do nothing."""
    from leadkit.report.report import Report
    from leadkit.report.text import render

    click.echo(render(Report(found, texts, colour=shows_colour())), nl=False, color=True)
    return 1
