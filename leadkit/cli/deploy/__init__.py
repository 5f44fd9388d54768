"""``leadkit deploy``: the service of a program, as a repository that the county owns."""

from __future__ import annotations

import click

from leadkit.cli.deploy.new import new
from leadkit.cli.deploy.status import status
from leadkit.cli.deploy.update import update


@click.group(short_help="Make the service of a program, and keep it up to date.")
def command() -> None:
    """Make the service of a program, and keep it up to date.

    The service is an ordinary Django project in a repository of the county's own. Who may see what in it is what the
    program says of sharing.
    """


for each in (new, update, status):
    command.add_command(each)
