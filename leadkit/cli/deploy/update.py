"""``leadkit deploy update``: a service brought up to date by a merge."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadkit.cli.deploy.common import (
    errors_of,
    print_findings,
    print_json,
    program_option,
    refused,
    repository_argument,
    tell_of_papers,
)
from leadkit.cli.options import asks_on_terminal, json_option

if TYPE_CHECKING:
    from leadkit.deploy.updating import Plan, Update


@click.command(short_help="Bring a service up to date, by a merge that is told first.")
@repository_argument
@program_option
@click.option("--yes", is_flag=True, help="Merge without asking.")
@json_option
def update(repository: Path, program: str | None, yes: bool, as_json: bool) -> int:
    """Bring the service in REPO up to date with its program and with this leadkit.

    The service is made anew from the program under program/, or from DIR, and what changes in who may know what is
    told in words first. Then it is merged into a branch of its own, leadkit/update- and the day: what the county
    edited stays, and so does everything in local/. Where both have changed the same lines, the file holds both
    versions, the files are listed, and the exit code is 1.

    A repository with changes that are not committed is refused.
    """
    from leadkit.deploy.state import made_of
    from leadkit.deploy.updating import carry_out, is_needed, plan, program_of
    from leadkit.diagnostic import Diagnostic

    made = made_of(repository)
    if isinstance(made, Diagnostic):
        return refused([made], as_json)
    jurisdiction = program_of(made, program)
    errors = errors_of(jurisdiction, made.on)
    if errors:
        return refused(errors, as_json, jurisdiction, "The service is as it was, because the program has errors.")
    tell_of_papers(made.papers)
    planned = plan(repository, jurisdiction, made, cores=os.cpu_count() or 1)
    if isinstance(planned, Diagnostic):
        return refused([planned], as_json)
    needed = is_needed(planned)
    if not as_json:
        print_findings(planned.rendered.findings, jurisdiction)
        _tell(planned, needed)
    if not needed or not _agreed(yes, as_json):
        if as_json:
            print_json(_as_data(planned, None), planned.rendered.findings)
        return 0
    done = carry_out(planned, date.today())
    if isinstance(done, Diagnostic):
        return refused([done], as_json)
    if as_json:
        print_json(_as_data(planned, done), (*planned.rendered.findings, *done.findings))
    else:
        _told(done)
    return 1 if done.conflicts else 0


def _agreed(yes: bool, as_json: bool) -> bool:
    if yes:
        return True
    if as_json or not asks_on_terminal():
        if not as_json:
            click.echo("Nothing was merged. To merge this, add --yes.")
        return False
    return click.confirm("\nMerge this?", default=False)


def _tell(planned: Plan, needed: bool) -> None:
    from leadkit.report.terminal import clean

    if not needed:
        click.echo("The service is up to date.")
        return
    click.echo(clean(planned.title))
    if planned.told:
        click.echo("What changes for the people who use it:")
        for sentence in planned.told:
            click.echo(f"  - {clean(sentence)}")
    else:
        click.echo("Nothing changes in who may know what, or in the rules.")
    click.echo(f"{len(planned.changed)} files change.")


def _told(done: Update) -> None:
    from leadkit.report.terminal import clean

    where = f"branch {done.branch}, on which you now are" if done.branch else "folder; it has no history"
    if not done.conflicts:
        click.echo(f"Updated, in the {where}. Run make check (some minutes), and look at it before it is used.")
        return
    click.echo(f"Both versions stand in {len(done.conflicts)} of the files, in the {where}:")
    for path in done.conflicts:
        click.echo(f"  {clean(path)}")
    click.echo("Choose the lines that the county wants in each, run make check, and commit.")


def _as_data(planned: Plan, done: Update | None) -> dict[str, object]:
    return {
        "title": planned.title,
        "differences": [*planned.told],
        "changed": [*planned.changed],
        "merged": done is not None and not done.conflicts,
        "branch": done.branch or None if done else None,
        "conflicts": [*done.conflicts] if done else [],
    }
