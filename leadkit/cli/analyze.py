"""``leadkit analyze``: what is true of every case of a program."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import exit_code_option, folder_name, json_option, on_option, places_argument, shows_colour

if TYPE_CHECKING:
    from leadkit.policy.analysis.analyze import Analysis


@click.command(short_help="Find rules that never matter, and offenses or people that no rule lets in.")
@places_argument
@on_option
@json_option
@exit_code_option
def command(places: tuple[str, ...], on: date | None, as_json: bool, exit_code: bool) -> int:
    """Find what is true of every case of a program, and show it by a case.

    Rules that contradict each other, that can never hold, that others already say, or that are never the only reason;
    listed offenses that can never be diverted; pathways on which nobody is eligible; days without a rule or an offense.
    Every possible case is covered, not a sample. What could not be decided is said.
    """
    from leadkit.report.analyzed import render_json, render_text

    analyses = [_analysis(place, on) for place in places or (".",)]
    printed = render_json(analyses) if as_json else render_text(analyses, colour=shows_colour())
    click.echo(printed, nl=False, color=True)
    return 1 if exit_code and any(one.remarks for one in analyses) else 0


def _analysis(place: str, on: date | None) -> Analysis:
    from leadkit.cli.deciding import decidable
    from leadkit.policy.analysis.analyze import analyze

    analysis = analyze(decidable(place, on), on, name=folder_name(place))
    assert analysis is not None
    return analysis
