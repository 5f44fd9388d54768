"""What the commands about the law share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

import click

if TYPE_CHECKING:
    from leadkit.law import Offence
    from leadkit.law.program import ProgramLaw

_WIDEST, _NARROWEST = 100, 48
_OWN_FAULT = 3

P = ParamSpec("P")

program_option = click.option("--program", metavar="DIR", help="Add a program's local law, and who verified what.")


def own_faults(run: Callable[P, int]) -> Callable[P, int]:
    """Report damaged law data as leadkit's own fault, in one sentence."""

    @wraps(run)
    def guarded(*arguments: P.args, **options: P.kwargs) -> int:
        from leadkit.law import BrokenData, LawError
        from leadkit.law.files import finding_of

        try:
            return run(*arguments, **options)
        except (BrokenData, LawError) as fault:
            finding = finding_of(fault)
            click.echo(f"{finding.code} {finding.severity}: {finding.message}\n    {finding.remedy}", err=True)
            return _OWN_FAULT

    return guarded


def perhaps_in_force(offences: Iterable[Offence], on: date | None) -> list[Offence]:
    """Without those that were certainly not in force on the day."""
    return [one for one in offences if on is None or one.in_force(on) is not False]


def program_law(place: str | None) -> ProgramLaw:
    """A program's own law and what it verified; nothing of either without a program."""
    from leadkit.law.program import ProgramLaw, read_program

    if place is None:
        return ProgramLaw()
    found = read_program(place)
    if found is None:
        raise click.ClickException(f"{place} cannot be read as a program. Run: leadkit check {place}")
    return found


def state_code(text: str) -> str:
    """The two letters of a state; anything else is a mistake of usage."""
    from leadkit.law.states import STATES

    code = text.upper().removeprefix("US-")
    if code not in STATES:
        raise click.UsageError(f'"{text}" is not a state: write two letters, such as NY.')
    return code


def no_catalogue(state: str) -> str:
    """What to say of a state without a catalogue."""
    return f"There is no catalogue for {state}. Declare its law in the program's folder, under law.local."


def filled(text: str) -> str:
    """A text in lines that fit the terminal."""
    from textwrap import fill

    return fill(text, width())


def width() -> int:
    """How wide a page may be."""
    from shutil import get_terminal_size

    return max(_NARROWEST, min(get_terminal_size().columns, _WIDEST))
