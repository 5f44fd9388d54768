"""``leadkit test``: hold the scenarios of programs against their rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import json_option, places_argument, shows_colour
from leadkit.cli.writing import write_file

if TYPE_CHECKING:
    from leadkit.report.tested import Suite


@click.command(short_help="Decide the scenarios of a program, and tell which are not decided as expected.")
@places_argument
@click.option(
    "--junit",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the results to this file too, as pipelines read them (JUnit XML).",
)
@json_option
def command(places: tuple[str, ...], junit: Path | None, as_json: bool) -> int:
    """Decide the scenarios of programs, each by the rules of its day, and compare with what is expected of them.

    DIR is the folder of a program, or git:REV:FOLDER for a folder as it was at a revision. Without DIR the scenarios of
    the current folder are decided. For each that is not decided as expected leadkit prints what was expected, what came
    of it, and the rules that are the reason, with their lines.
    """
    from leadkit.report.tested import render_json, render_junit, render_text

    suites = [_suite(place) for place in places or (".",)]
    code = 1 if any(suite.failed for suite in suites) else 0
    printed = render_json(suites) if as_json else render_text(suites, colour=shows_colour())
    click.echo(printed, nl=False, color=True)
    return code if junit is None else max(code, write_file(junit, render_junit(suites)))


def _suite(place: str) -> Suite:
    from leadkit.model.load import load
    from leadkit.policy.scenarios import run_scenarios
    from leadkit.report.terminal import clean
    from leadkit.report.tested import Suite

    jurisdiction = load(place)
    if not jurisdiction.source.root.entries:
        raise click.UsageError(f"{clean(place)} cannot be read as a program. Run: leadkit check {clean(place)}")
    return Suite(place, list(run_scenarios(jurisdiction, name=Path(place).name)))
