"""``leadkit policy``: the rules of a program, compiled."""

from __future__ import annotations

import click

from leadkit.cli.policy.export import export


@click.group(short_help="Write the rules of a program as data that other systems read.")
def command() -> None:
    """Write the rules of a program as data that other systems read."""


command.add_command(export)
