"""``leadkit law``: offences, exclusion sets, legal limits and NIBRS codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

import click

from leadkit.cli.options import json_option, on_option

if TYPE_CHECKING:
    from leadkit.law import Catalogue, Limit, Offence
    from leadkit.law.exchange import Json
    from leadkit.law.program import ProgramLaw

_WIDEST, _NARROWEST = 100, 48
_OWN_FAULT = 3

P = ParamSpec("P")

program_option = click.option("--program", metavar="DIR", help="Add a program's local law, and who verified what.")
place_option = click.option("--place", metavar="CITY", help="Add the city or county law of this place only.")


def _own_faults(run: Callable[P, int]) -> Callable[P, int]:
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


@click.group(short_help="Look up offenses, exclusion sets and legal limits in the catalogues.")
def command() -> None:
    """Look up offenses, exclusion sets, legal limits and NIBRS codes.

    Planning material, not legal advice. What was not researched is shown as such, and nothing is in or out of
    force by default.
    """


@command.command("list", short_help="List the catalogues, or the offenses of a state.")
@click.argument("state", required=False)
@on_option
@place_option
@program_option
@json_option
@_own_faults
def list_(state: str | None, on: date | None, place: str | None, program: str | None, as_json: bool) -> int:
    """List the catalogues, or the law of STATE (two letters, such as NY).

    With --on, what was not in force on that day is left out, and what is not known on that day says so.
    City and county law is listed under its place; with --place only that place's is.
    """
    known = _program(program)
    wanted = [_state(state)] if state else list(known.states)
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


@command.command("show", short_help="Show an offense, an exclusion set, a legal limit or a NIBRS code.")
@click.argument("key", metavar="ID")
@on_option
@program_option
@json_option
@_own_faults
def show(key: str, on: date | None, program: str | None, as_json: bool) -> int:
    """Show the offense, exclusion set, legal limit or NIBRS code with this ID.

    Text for counsel names official sources only; --json carries every source.
    """
    from leadkit.law import exclusion_set, limits, nibrs, offence
    from leadkit.law.exchange import dump, limit_json, offence_json, plain_json
    from leadkit.law.pages import limit_page, nibrs_page, offence_page, set_page

    known = _program(program)
    crime = known.local.get(key) or offence(key)
    if crime:
        body, page = (
            {"offence": offence_json(crime, on, known.verified)},
            offence_page(crime, _width(), on, known.verified),
        )
    elif held := exclusion_set(key):
        body, page = {"set": plain_json(held)}, set_page(held, _width())
    elif limit := next((one for one in limits() if one.id == key), None):
        body, page = {"limit": limit_json(limit, on)}, limit_page(limit, _width(), on)
    elif code := nibrs(key):
        body, page = {"nibrs": plain_json(code)}, nibrs_page(code, _width())
    else:
        raise click.UsageError(_nothing_called(key, known))
    click.echo(dump(body) if as_json else page, nl=False)
    return 0


@command.command("search", short_help="Search the offenses of every state, or of one.")
@click.argument("words", nargs=-1, required=True)
@click.option("--state", metavar="STATE", help="Only this state, by its two letters.")
@on_option
@program_option
@json_option
@_own_faults
def search(words: tuple[str, ...], state: str | None, on: date | None, program: str | None, as_json: bool) -> int:
    """Search ids, citations, titles, conduct and notes for every one of WORDS.

    A word that the law writes in several ways finds all of them: marijuana, marihuana and cannabis. With --program the
    program's local law is searched too.
    """
    from leadkit.law import search as find
    from leadkit.law.exchange import dump, offence_json
    from leadkit.law.pages import offence_entry

    known = _program(program)
    code = _state(state) if state else None
    found = _not_out(find(" ".join(words), code, known.local.values()), on)
    if as_json:
        click.echo(dump({"offences": [offence_json(one, on, known.verified) for one in found]}), nl=False)
    elif found:
        click.echo("\n\n".join(offence_entry(one, _width(), on, known.verified) for one in found))
    elif code and not _has_catalogue(code):
        click.echo(_filled(_no_catalogue(code)))
    else:
        click.echo(_filled(f'No offense holds "{" ".join(words)}".'))
    return 0


def _contents(
    state: str, on: date | None, place: str | None
) -> tuple[Catalogue | None, list[Offence], int, list[Limit]]:
    """A state's catalogue, its offences not certainly out of force, the number of others, its limits."""
    from leadkit.law import limits, of_state

    catalogue = of_state(state)
    every = list(catalogue.offences.values()) if catalogue else []
    offered = [one for one in every if place is None or one.applies_in(place)]
    shown = _not_out(offered, on)
    own = [one for one in limits(state) if one.jurisdiction == state]
    return catalogue, shown, len(offered) - len(shown), own


def _not_out(offences: Iterable[Offence], on: date | None) -> list[Offence]:
    """Without those that were certainly not in force on the day."""
    return [one for one in offences if on is None or one.in_force(on) is not False]


def _echo_state(
    state: str,
    found: tuple[Catalogue | None, list[Offence], int, list[Limit]],
    known: ProgramLaw,
    on: date | None,
) -> None:
    from leadkit.law.pages import catalogue_foot, catalogue_head, limit_entry, offence_entry

    catalogue, shown, gone, own = found
    if catalogue is None:
        click.echo(_filled(_no_catalogue(state)))
    else:
        click.echo(catalogue_head(catalogue, _width()))
        for locality in dict.fromkeys(one.locality for one in shown):
            click.echo(f"\n{locality or 'State law'}\n")
            here = [one for one in shown if one.locality == locality]
            click.echo("\n\n".join(offence_entry(one, _width(), on, known.verified) for one in here))
        if gone:
            click.echo(f"\n{gone} more {'was' if gone == 1 else 'were'} not in force on {on}.")
        click.echo("\n" + catalogue_foot(catalogue, _width()))
    for limit in own:
        click.echo(limit_entry(limit, _width()))


def _echo_local(known: ProgramLaw, on: date | None) -> None:
    from leadkit.law.pages import offence_entry

    shown = _not_out(known.local.values(), on)
    if shown:
        click.echo(f"\nLocal law of {known.place}\n")
        click.echo("\n\n".join(offence_entry(one, _width(), on, known.verified) for one in shown))
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
        "local": [offence_json(one, on, known.verified) for one in _not_out(known.local.values(), on)],
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
    click.echo(_filled("A state without a catalogue works with local law alone, declared in the program's folder."))
    return 0


def _program(place: str | None) -> ProgramLaw:
    from leadkit.law.program import ProgramLaw, read_program

    if place is None:
        return ProgramLaw()
    found = read_program(place)
    if found is None:
        raise click.UsageError(f"{place} cannot be read as a program. Run: leadkit check {place}")
    return found


def _state(text: str) -> str:
    from leadkit.law.states import STATES

    code = text.upper().removeprefix("US-")
    if code not in STATES:
        raise click.UsageError(f'"{text}" is not a state: write two letters, such as NY.')
    return code


def _has_catalogue(state: str) -> bool:
    from leadkit.law import of_state

    return of_state(state) is not None


def _no_catalogue(state: str) -> str:
    return f"There is no catalogue for {state}. Declare its law in the program's folder, under law.local."


def _nothing_called(key: str, known: ProgramLaw) -> str:
    from leadkit.diagnostic import nearest
    from leadkit.law import catalogues, ids

    every = [
        *known.local,
        *(found for kind in ("offences", "sets", "limits") for found in ids(catalogues(), kind)),
    ]
    meant = nearest(key, sorted(every))
    return f"There is no law called {key}." + (f" Did you mean {meant}?" if meant else " Try: leadkit law search WORDS")


def _filled(text: str) -> str:
    from textwrap import fill

    return fill(text, _width())


def _width() -> int:
    from shutil import get_terminal_size

    return max(_NARROWEST, min(get_terminal_size().columns, _WIDEST))
