"""``leadkit law``: offences, exclusion sets, legal limits and NIBRS codes."""

from __future__ import annotations

import click

from leadkit.cli.law.list import list_
from leadkit.cli.law.search import search
from leadkit.cli.law.show import show


@click.group(short_help="Look up offenses, exclusion sets and legal limits in the catalogues.")
def command() -> None:
    """Look up offenses, exclusion sets, legal limits and NIBRS codes.

    Planning material, not legal advice. What was not researched is shown as such, and nothing is in or out of
    force by default.
    """


for each in (list_, show, search):
    command.add_command(each)
