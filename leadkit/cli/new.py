"""``leadkit new``: a program's folder from a planner's answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import GivenFile, asks_on_terminal, shows_colour
from leadkit.diagnostic import as_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadkit.onboard.answers.answers import Answers, Said
    from leadkit.onboard.answers.like import Likeness


@click.command(short_help="Begin a program: answer questions, and get a first draft of its folder.")
@click.argument("folder", metavar="[DIR]", required=False)
@click.option(
    "--answers",
    "file",
    type=GivenFile(),
    metavar="FILE",
    help="Take the answers from this YAML file instead of asking.",
)
@click.option("--like", "model", metavar="PROGRAM", help="Propose the shape of this program: a folder, or a name.")
def command(folder: str | None, file: Path | None, model: str | None) -> int:
    """Begin a program in DIR, a folder that is new or empty.

    On a terminal leadkit asks one question after the other. What you leave open becomes a question with an owner and a
    date, and stands in the draft agreement as a box. Nothing is written before the last answer.

    --like proposes the shape of another program: its pathways and kinds of body, its offenses where it lies in the same
    state, and on a terminal also its principles and rules. With --answers what is taken over is listed. Its agencies,
    places and people are never copied.
    """
    from leadkit.onboard.slug import free_slug

    if folder is not None:
        _usable(folder)
    like = _likeness(model) if model else None
    if file is None:
        return _written_or_kept(*_asked(like, folder))
    read = _from_file(file, like)
    return 1 if read is None else _written(read, _usable(folder or free_slug(read.one("name"))))


def _usable(folder: str) -> Path:
    """The new folder; one that cannot be used is a mistake of usage."""
    from leadkit.onboard.new_folder import new_folder

    try:
        return new_folder(folder)
    except ValueError as wrong:
        raise click.UsageError(as_sentence(str(wrong))) from None


def _likeness(model: str) -> Likeness:
    from leadkit.onboard.answers.like import likeness

    try:
        return likeness(model)
    except ValueError as wrong:
        raise click.UsageError(as_sentence(str(wrong))) from None


def _from_file(file: Path, like: Likeness | None) -> Answers | None:
    """The answers of a file; None where something in it was found that stands in the way."""
    from leadkit.onboard.answers.file import read_answers
    from leadkit.report import text
    from leadkit.report.report import Report

    name = file.as_posix()
    try:
        reading = read_answers(file, name, like)
    except OSError as trouble:
        raise click.UsageError(f"{name} cannot be read: {trouble.strerror or 'no reason is given'}.") from None
    if reading.diagnostics:
        printed = text.render(Report(reading.diagnostics, {name: reading.text}, colour=shows_colour()))
        click.echo(printed, nl=False, color=True)
    if reading.answers is None:
        click.echo("Nothing was written.")
    elif like:
        _say_taken(like.title, reading.taken)
    return reading.answers


def _say_taken(title: str, taken: Iterable[tuple[str, Said]]) -> None:
    from leadkit.report.terminal import clean

    for name, said in taken:
        words = said if isinstance(said, str) else ", ".join(said)
        click.echo(clean(f"From {title}: {name}: {words}"))


def _asked(like: Likeness | None, folder: str | None) -> tuple[Answers, str]:
    """The answers of somebody at a terminal, and the folder, for which they are asked where it was not named."""
    from datetime import date
    from functools import partial

    from leadkit.cli.dialogue import ask, introduce
    from leadkit.onboard.asking.prompt import talk
    from leadkit.onboard.asking.script import conversation

    if not asks_on_terminal():
        raise click.UsageError("There is no terminal to ask questions on. Give the answers with --answers FILE.")
    introduce()
    today = date.today().isoformat()
    try:
        return talk(partial(conversation, today, like, folder), ask)
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nNothing was written.", err=True)
        raise


def _written_or_kept(answers: Answers, folder: str) -> int:
    """Write the folder; where that fails, for whatever reason, keep what somebody has answered at length."""
    from leadkit.report.terminal import clean

    try:
        code = _written(answers, _usable(folder))
    except click.UsageError as wrong:  # the folder could be used when the questions began
        click.echo(clean(wrong.format_message()), err=True)  # it may repeat what was typed
        code = wrong.exit_code
    except BaseException:
        _keep(answers)
        raise
    if code:
        _keep(answers)
    return code


def _keep(answers: Answers) -> None:
    from leadkit.onboard.answers.keeping import keep, text_to_keep

    try:
        name = keep(answers, Path()).name
        click.echo(f"Your answers are kept in {name}.")
    except OSError:
        name = "answers.yaml"
        click.echo(text_to_keep(answers))
        click.echo(f"Your answers cannot be kept in a file here: copy the lines above into a file {name}.")
    click.echo(f"To go on without being asked again: leadkit new FOLDER --answers {name}")


def _written(answers: Answers, folder: Path) -> int:
    from leadkit.cli.writing import say_unwritten
    from leadkit.onboard.writing.folder import write_folder
    from leadkit.report.terminal import clean

    try:
        names = write_folder(answers, folder)
    except OSError as trouble:
        return say_unwritten(folder, trouble, "Begin the program in a folder that you may write to.")
    for name in names:
        click.echo(clean((folder / name).as_posix()))
    named = clean(folder.as_posix())
    click.echo(f"Next: leadkit check {named}, then leadkit build {named}")
    return 0
