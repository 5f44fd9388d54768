"""``leadkit deploy status``: what the county edited in a service, and whether there is something to update."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadkit.cli.deploy.common import print_json, program_option, refused, repository_argument
from leadkit.cli.options import exit_code_option, json_option

if TYPE_CHECKING:
    from leadkit.deploy.status import Status


@click.command(short_help="Tell what was edited in a service, and whether it is up to date.")
@repository_argument
@program_option
@json_option
@exit_code_option
def status(repository: Path, program: str | None, as_json: bool, exit_code: bool) -> int:
    """Tell how the service in REPO stands to what it was made from.

    It lists the generated files that the county has edited, and tells whether the program or leadkit has moved on
    since. With --exit-code it returns 1 where there is something to update.
    """
    from leadkit.deploy.state import made_of
    from leadkit.deploy.status import status_of
    from leadkit.deploy.updating import program_of
    from leadkit.diagnostic import Diagnostic

    made = made_of(repository)
    if isinstance(made, Diagnostic):
        return refused([made], as_json)
    found = status_of(made, program_of(made, program))
    if as_json:
        print_json(_as_data(found), ())
    else:
        _print(found)
    return 1 if exit_code and not found.is_current else 0


def _as_data(found: Status) -> dict[str, object]:
    return {
        "current": found.is_current,
        "leadkit": {"made_by": found.made_by, "now": found.leadkit},
        "agreement": {"made_from": found.made_from, "now": found.agreement},
        "edited": [*found.edited],
        "missing": [*found.missing],
        "history": found.history,
        "unmerged": found.unmerged,
    }


def _print(found: Status) -> None:
    from leadkit.report.terminal import clean

    click.echo(clean(f"Made by leadkit {found.made_by} from agreement {found.made_from[:8]}."))
    if found.made_by != found.leadkit:
        click.echo(f"This is leadkit {found.leadkit}.")
    if found.made_from != found.agreement:
        click.echo(f"The program has changed since: it is agreement {found.agreement[:8]} now.")
    if found.unmerged:
        click.echo("An update was begun, and is not merged into the branch that is checked out.")
    for what, files in (("Edited by the county", found.edited), ("Not there any more", found.missing)):
        if files:
            click.echo(f"{what}:")
            for path in files:
                click.echo(f"  {clean(path)}")
    if not found.history:
        click.echo("The folder has no history: an update cannot be merged by git.")
    click.echo("The service is up to date." if found.is_current else "To bring it up to date: leadkit deploy update")
