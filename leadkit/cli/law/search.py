"""``leadkit law search``: offences by the words in them."""

from __future__ import annotations

from datetime import date

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


@click.command("search", short_help="Search the offenses of every state, or of one.")
@click.argument("words", nargs=-1, required=True)
@click.option("--state", metavar="STATE", help="Only this state, by its two letters.")
@on_option
@program_option
@json_option
@own_faults
def search(words: tuple[str, ...], state: str | None, on: date | None, program: str | None, as_json: bool) -> int:
    """Search ids, citations, titles, conduct and notes for every one of WORDS.

    A word that the law writes in several ways finds all of them: marijuana, marihuana and cannabis. With --program the
    program's local law is searched too.
    """
    from leadkit.law import of_state
    from leadkit.law import search as find
    from leadkit.law.exchange import dump, offence_json
    from leadkit.law.pages import offence_entry

    known = program_law(program)
    code = state_code(state) if state else None
    found = perhaps_in_force(find(" ".join(words), code, known.local.values()), on)
    if as_json:
        click.echo(dump({"offences": [offence_json(one, on, known.verified) for one in found]}), nl=False)
    elif found:
        click.echo("\n\n".join(offence_entry(one, width(), on, known.verified) for one in found))
    elif code and of_state(code) is None:
        click.echo(filled(no_catalogue(code)))
    else:
        click.echo(filled(f'No offense holds "{" ".join(words)}".'))
    return 0
