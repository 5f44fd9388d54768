"""``leadkit law show``: one offence, exclusion set, legal limit or NIBRS code."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from leadkit.cli.law.common import own_faults, program_law, program_option, width
from leadkit.cli.options import json_option, on_option

if TYPE_CHECKING:
    from leadkit.law.program import ProgramLaw


@click.command("show", short_help="Show an offense, an exclusion set, a legal limit or a NIBRS code.")
@click.argument("key", metavar="ID")
@on_option
@program_option
@json_option
@own_faults
def show(key: str, on: date | None, program: str | None, as_json: bool) -> int:
    """Show the offense, exclusion set, legal limit or NIBRS code with this ID.

    Text for counsel names official sources only; --json carries every source.
    """
    from leadkit.law import exclusion_set, limits, nibrs, offence
    from leadkit.law.exchange import dump, limit_json, offence_json, plain_json
    from leadkit.law.pages import limit_page, nibrs_page, offence_page, set_page

    known = program_law(program)
    crime = known.local.get(key) or offence(key)
    if crime:
        body, page = (
            {"offence": offence_json(crime, on, known.verified)},
            offence_page(crime, width(), on, known.verified),
        )
    elif held := exclusion_set(key):
        body, page = {"set": plain_json(held)}, set_page(held, width())
    elif limit := next((one for one in limits() if one.id == key), None):
        body, page = {"limit": limit_json(limit, on)}, limit_page(limit, width(), on)
    elif code := nibrs(key):
        body, page = {"nibrs": plain_json(code)}, nibrs_page(code, width())
    else:
        raise click.UsageError(_nothing_called(key, known))
    click.echo(dump(body) if as_json else page, nl=False)
    return 0


def _nothing_called(key: str, known: ProgramLaw) -> str:
    from leadkit.diagnostic import did_you_mean
    from leadkit.law import catalogues, ids

    every = [
        *known.local,
        *(found for kind in ("offences", "sets", "limits") for found in ids(catalogues(), kind)),
    ]
    return f"There is no law called {key}. {did_you_mean(key, sorted(every)) or 'Try: leadkit law search WORDS'}"
