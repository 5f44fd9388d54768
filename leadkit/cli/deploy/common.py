"""What the commands for a service have in common."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction

repository_argument = click.argument("repository", metavar="REPO", type=click.Path(path_type=Path))
program_option = click.option(
    "--program",
    metavar="DIR",
    help="The program's folder; without it, the one in the repository.",
)


def errors_of(jurisdiction: Jurisdiction, on: date | None) -> tuple[Diagnostic, ...]:
    """The errors because of which no service is made of a program."""
    from leadkit.check.run import check_jurisdiction
    from leadkit.cli.building import no_program

    day = on or jurisdiction.as_of
    found = tuple(one for one in check_jurisdiction(jurisdiction, day) if one.is_error)
    return found + tuple(no_program(jurisdiction.source))


def print_findings(found: Sequence[Diagnostic], jurisdiction: Jurisdiction | None = None) -> None:
    """Print findings with their lines."""
    from leadkit.cli.options import shows_colour
    from leadkit.report import text
    from leadkit.report.report import Report

    files = dict(jurisdiction.source.files) if jurisdiction else {}
    if found:
        click.echo(text.render(Report(found, files, colour=shows_colour())), nl=False, color=True)


def print_json(told: dict[str, object], found: Sequence[Diagnostic]) -> None:
    """Print what a command did as one JSON object."""
    import json

    from leadkit.report.json import JSON_VERSION, finding

    whole = {"version": JSON_VERSION, **told, "findings": [finding(one) for one in found]}
    click.echo(json.dumps(whole, ensure_ascii=False, indent=2))


def refused(
    found: Sequence[Diagnostic], as_json: bool, jurisdiction: Jurisdiction | None = None, then: str = ""
) -> int:
    """Print the findings because of which nothing was done, then what that means; return the exit code."""
    if as_json:
        print_json({}, found)
    else:
        print_findings(found, jurisdiction)
        if then:
            click.echo(then)
    return 1


def tell_of_papers(papers: bool) -> None:
    """Say on a terminal why it takes a minute."""
    if papers and sys.stderr.isatty():
        click.echo("Building the papers; this takes a minute.", err=True)
