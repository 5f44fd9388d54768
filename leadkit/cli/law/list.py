"""``leadkit law list``: the catalogues, or the law of a state."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from leadkit.cli.law.common import (
    filled,
    no_catalogue,
    own_faults,
    perhaps_in_force,
    program_law,
    program_option,
    state_code,
    width,
)
from leadkit.cli.options import json_option, on_option

if TYPE_CHECKING:
    from leadkit.law import Catalogue, Limit, Offence
    from leadkit.law.exchange import Json
    from leadkit.law.program import ProgramLaw


@click.command("list", short_help="List the catalogues, or the offenses of a state.")
@click.argument("state", required=False)
@on_option
@click.option("--place", metavar="CITY", help="Add the city or county law of this place only.")
@program_option
@json_option
@own_faults
def list_(state: str | None, on: date | None, place: str | None, program: str | None, as_json: bool) -> int:
    """List the catalogues, or the law of STATE (two letters, such as NY).

    With --on, what was not in force on that day is left out, and what is not known on that day says so.
    City and county law is listed under its place; with --place only that place's is.
    """
    known = program_law(program)
    wanted = [state_code(state)] if state else list(known.states)
    if not wanted and program is None:
        return _list_catalogues(as_json)
    contents = [_contents(code, on, place) for code in wanted]
    if as_json:
        _echo_json(contents, known, on)
        return 0
    for code, found in zip(wanted, contents, strict=True):
        _echo_state(code, found, known, on)
    _echo_local(known, on)
    return 0


def _contents(
    state: str, on: date | None, place: str | None
) -> tuple[Catalogue | None, list[Offence], int, list[Limit]]:
    """A state's catalogue, its offences not certainly out of force, the number of others, its limits."""
    from leadkit.law import limits, of_state

    catalogue = of_state(state)
    every = list(catalogue.offences.values()) if catalogue else []
    offered = [one for one in every if place is None or one.applies_in(place)]
    shown = perhaps_in_force(offered, on)
    own = [one for one in limits(state) if one.jurisdiction == state]
    return catalogue, shown, len(offered) - len(shown), own


def _echo_state(
    state: str,
    found: tuple[Catalogue | None, list[Offence], int, list[Limit]],
    known: ProgramLaw,
    on: date | None,
) -> None:
    from leadkit.law.pages import catalogue_foot, catalogue_head, limit_entry, offence_entry

    catalogue, shown, gone, own = found
    if catalogue is None:
        click.echo(filled(no_catalogue(state)))
    else:
        click.echo(catalogue_head(catalogue, width()))
        for locality in dict.fromkeys(one.locality for one in shown):
            click.echo(f"\n{locality or 'State law'}\n")
            here = [one for one in shown if one.locality == locality]
            click.echo("\n\n".join(offence_entry(one, width(), on, known.verified) for one in here))
        if gone:
            click.echo(f"\n{gone} more {'was' if gone == 1 else 'were'} not in force on {on}.")
        click.echo("\n" + catalogue_foot(catalogue, width()))
    for limit in own:
        click.echo(limit_entry(limit, width()))


def _echo_local(known: ProgramLaw, on: date | None) -> None:
    from leadkit.law.pages import offence_entry

    shown = perhaps_in_force(known.local.values(), on)
    if shown:
        click.echo(f"\nLocal law of {known.place}\n")
        click.echo("\n\n".join(offence_entry(one, width(), on, known.verified) for one in shown))
    for trouble in known.troubles:
        click.echo(f"\n{trouble}", err=True)


def _echo_json(
    contents: list[tuple[Catalogue | None, list[Offence], int, list[Limit]]],
    known: ProgramLaw,
    on: date | None,
) -> None:
    from leadkit.law.exchange import catalogue_json, dump, limit_json, offence_json, plain_json

    body: dict[str, Json] = {
        "catalogues": [catalogue_json(catalogue) for catalogue, _, _, _ in contents if catalogue],
        "offences": [offence_json(one, on, known.verified) for _, shown, _, _ in contents for one in shown],
        "local": [offence_json(one, on, known.verified) for one in perhaps_in_force(known.local.values(), on)],
        "sets": [plain_json(one) for catalogue, _, _, _ in contents if catalogue for one in catalogue.sets.values()],
        "limits": [limit_json(one, on) for _, _, _, own in contents for one in own],
    }
    click.echo(dump(body), nl=False)


def _list_catalogues(as_json: bool) -> int:
    from leadkit.law import catalogues, load
    from leadkit.law.exchange import catalogue_json, dump

    every = [load(name) for name in catalogues()]
    if as_json:
        click.echo(dump({"catalogues": [catalogue_json(one) for one in every]}), nl=False)
        return 0
    for one in every:
        click.echo(f"{one.state} {one.name:<13} {len(one.offences):>3} offenses, as of {one.as_of}")
    click.echo()
    click.echo(filled("A state without a catalogue works with local law alone, declared in the program's folder."))
    return 0
