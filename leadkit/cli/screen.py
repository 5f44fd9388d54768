"""``leadkit screen``: decide a case by the rules of a program."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadkit.cli.deciding import refuse_undecidable
from leadkit.cli.options import asks_on_terminal, folder_name, json_option, on_option, place_argument, shows_colour
from leadkit.cli.screen_batch import batch_options, screen_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction
    from leadkit.policy.cases.case import Told
    from leadkit.policy.cases.desk import Desk


@click.command(short_help="Decide a case by the rules of a program, and say why.")
@place_argument
@click.option(
    "--case",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Take the case from this YAML or JSON file.",
)
@click.option("--fact", "facts", multiple=True, metavar="NAME=VALUE", help="A fact, such as age=34. May be repeated.")
@click.option("--pathway", metavar="ID", help="The pathway on which the case comes.")
@click.option("--nothing-else", is_flag=True, help="What is not named holds nothing that keeps anybody out.")
@on_option
@click.option("--restricted", is_flag=True, help="Tell reasons also as those see them who may know criminal history.")
@batch_options
@json_option
def command(
    place: str, file: Path | None, facts: tuple[str, ...], pathway: str | None, nothing_else: bool, on: date | None,
    restricted: bool, batch: Path | None, out: Path | None, columns: Path | None, as_json: bool,
) -> int:  # fmt: skip
    """Decide a case by the rules of the program in DIR, as they stood on the day of the contact.

    The case comes from a file, from --fact options, or from both; an option counts before the file. Without either,
    leadkit asks at the terminal. What is not named is not known, and what is not known never makes anybody eligible.

    With --batch a whole file of charges is decided, and written to --out with the outcome of each case, the rules that
    hold and the columns that are missing.

    The exit code is 0 whatever the outcome.
    """
    from leadkit.model.load import load
    from leadkit.policy.cases.case import day_of
    from leadkit.policy.cases.file import read_case, with_facts

    if batch is not None:
        if file or facts or nothing_else or restricted:
            raise click.UsageError("--batch goes with --out, --map, --pathway, --on and --json alone.")
        policy = _desk(load(place), place, on).policy
        return screen_file(policy, batch, out, columns, on=on, pathway=pathway, as_json=as_json)
    if out or columns:
        raise click.UsageError("--out and --map go with --batch.")
    try:
        told, found, texts = read_case(file)
        told = with_facts(told, facts, pathway, nothing_else=nothing_else)
    except OSError as trouble:
        raise click.UsageError(f"{file} cannot be read: {trouble.strerror or 'no reason is given'}.") from None
    except ValueError as wrong:
        raise click.UsageError(f"{wrong}.") from None
    day, odd = (on, ()) if on else day_of(told)
    if odd or any(one.is_error for one in found):
        return _refused([*found, *odd], texts)
    jurisdiction = load(place)
    if file is None and not facts and not as_json:
        desk, told = _asked(jurisdiction, place, on, told)
    else:
        desk = _desk(jurisdiction, place, day)
    decided = desk.decide(told)
    if decided.case is None or decided.decision is None:
        return _refused(decided.found, texts)
    from leadkit.report.screened import render_json, render_text

    if as_json:
        printed = render_json(
            desk, decided.case, decided.decision, restricted=restricted, nothing_else=told.nothing_else,
            notes=decided.found,
        )  # fmt: skip
    else:
        printed = render_text(
            desk, decided.case, decided.decision, restricted=restricted, nothing_else=told.nothing_else,
            notes=decided.found, colour=shows_colour(),
        )  # fmt: skip
    click.echo(printed, nl=False, color=True)
    return 0


def _asked(jurisdiction: Jurisdiction, place: str, on: date | None, told: Told) -> tuple[Desk, Told]:
    """The case of somebody at a terminal."""
    if not asks_on_terminal():
        raise click.UsageError(
            "There is no terminal to ask questions on. Give the case with --case FILE or --fact NAME=VALUE."
        )
    from leadkit.cli.interview import INTRODUCTION, ask_day, interview

    click.echo(INTRODUCTION)
    desk = _desk(jurisdiction, place, on or ask_day())
    return desk, interview(desk, told)


def _desk(jurisdiction: Jurisdiction, place: str, on: date | None) -> Desk:
    """Where the case is decided; a day without any pathway is a mistake of usage."""
    from leadkit.policy.cases.desk import desk_of
    from leadkit.report.terminal import clean

    refuse_undecidable(jurisdiction, place, on)
    desk = desk_of(jurisdiction, on, name=folder_name(place))
    assert desk is not None
    if not desk.policy.pathways:
        raise click.UsageError(f"{clean(place)} has no pathway on {desk.policy.on}, so there is nothing to decide.")
    return desk


def _refused(found: Sequence[Diagnostic], texts: Mapping[str, str]) -> int:
    """Print what cannot be taken; nothing was decided."""
    from leadkit.report import text
    from leadkit.report.report import Report

    click.echo(text.render(Report(found, texts, colour=shows_colour())), nl=False, color=True, err=True)
    return 2
