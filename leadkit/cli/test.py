"""``leadkit test``: hold the scenarios of programs against their rules."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadkit.cli.deciding import told_unreadable
from leadkit.cli.options import folder_name, json_option, on_option, places_argument, shows_colour
from leadkit.cli.writing import write_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction
    from leadkit.report.proved import Proof
    from leadkit.report.tested import Suite


@click.command(short_help="Decide the scenarios of a program, and tell which are not decided as expected.")
@places_argument
@click.option(
    "--junit",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the results to this file too, as pipelines read them (JUnit XML).",
)
@click.option("--coverage", is_flag=True, help="Tell what the scenarios reach of each rule.")
@click.option("--suggest", is_flag=True, help="Print a case, without what is expected, for what they do not reach.")
@click.option("--mutate", is_flag=True, help="Change the rules one slip at a time; tell which no scenario notices.")
@on_option
@json_option
def command(
    places: tuple[str, ...],
    junit: Path | None,
    coverage: bool,
    suggest: bool,
    mutate: bool,
    on: date | None,
    as_json: bool,
) -> int:
    """Decide the scenarios of programs, each by the rules of its day, and compare with what is expected of them.

    DIR is the folder of a program, or git:REV:FOLDER for a folder as it was at a revision. Without DIR the scenarios of
    the current folder are decided. For each that is not decided as expected leadkit prints what was expected, what came
    of it, and the rules that are the reason, with their lines. One of which nothing is expected is skipped. Where a
    file of the folder cannot be read in full nothing is decided, for a scenario may be missing.

    --coverage, --suggest and --mutate ask what the scenarios prove about the rules of one day: that of --on, or the day
    that the program is described as of. With --json, they alone are printed.
    """
    from leadkit.report.tested import render_json, render_junit, render_text

    tested = [_tested(place) for place in places or (".",)]
    suites = [suite for _, suite in tested]
    code = 1 if any(suite.failed for suite in suites) else 0
    asked = Asked(coverage, suggest, mutate, on)
    if not asked.anything:
        printed = render_json(suites) if as_json else render_text(suites, colour=shows_colour())
        click.echo(printed, nl=False, color=True)
    else:
        if not as_json:
            click.echo(render_text(suites, colour=shows_colour()), nl=False, color=True)
        _prove([(jurisdiction, suite, asked) for jurisdiction, suite in tested], as_json=as_json)
    return code if junit is None else max(code, write_file(junit, render_junit(suites)))


@dataclass(frozen=True)
class Asked:
    """What is asked about the scenarios beyond whether they pass.

    Attributes:
        coverage: What they reach.
        suggest: Cases for what they do not.
        mutate: Which changed rules they notice.
        on: The day of the rules.
    """

    coverage: bool
    suggest: bool
    mutate: bool
    on: date | None

    @property
    def anything(self) -> bool:
        """Whether anything is."""
        return self.coverage or self.suggest or self.mutate


def _prove(programs: list[tuple[Jurisdiction, Suite, Asked]], *, as_json: bool) -> None:
    from leadkit.report.proved import render_json, render_text

    proofs = [_proof(*one) for one in programs]
    if as_json:
        click.echo(render_json(proofs), nl=False)
    else:
        for proof in proofs:
            click.echo(render_text(proof, colour=shows_colour()), nl=False, color=True)


def _proof(jurisdiction: Jurisdiction, suite: Suite, asked: Asked) -> Proof:
    from leadkit.policy.proving.coverage import coverage
    from leadkit.policy.proving.holes import fill_holes
    from leadkit.policy.proving.mutation import mutate, noticing
    from leadkit.policy.proving.prove import examined_of
    from leadkit.report.proved import Proof
    from leadkit.report.terminal import clean

    examined = examined_of(jurisdiction, suite.tested, asked.on, name=folder_name(suite.name))
    if examined is None:
        raise click.ClickException(f"The rules of {clean(suite.name)} cannot be read. Run: leadkit check")
    reached = coverage(examined) if asked.coverage or asked.suggest else None
    mutation = mutate(examined, _progress()) if asked.mutate else None
    return Proof(
        suite.name,
        examined,
        reached if asked.coverage else None,
        fill_holes(examined, reached) if asked.suggest and reached is not None else None,
        mutation,
        tuple(noticing(examined, mutation.survivors)) if mutation else (),
    )


def _progress() -> Callable[[int, int], None]:
    """Tells on a terminal how far the changes are; it takes seconds."""

    def tell(done: int, all_: int) -> None:
        if sys.stderr.isatty() and (done % 20 == 0 or done == all_):
            click.echo(f"\r{done} of {all_} changes tried" if done < all_ else f"\r{' ' * 40}\r", nl=False, err=True)

    return tell


def _tested(place: str) -> tuple[Jurisdiction, Suite]:
    from leadkit.check.shape import shape_findings
    from leadkit.model.load import load
    from leadkit.policy.scenarios import run_scenarios
    from leadkit.report.terminal import clean
    from leadkit.report.tested import Suite

    jurisdiction = load(place)
    shape = list(shape_findings(jurisdiction.resolve(), jurisdiction.source))
    _refuse_losing(jurisdiction, place, shape)
    if not jurisdiction.source.root.entries:
        raise click.ClickException(f"{clean(place)} cannot be read as a program. Run: leadkit check {clean(place)}")
    about = [one for one in shape if one.path.startswith("scenarios.")]
    return jurisdiction, Suite(place, list(run_scenarios(jurisdiction, name=folder_name(place), found=about)))


def _refuse_losing(jurisdiction: Jurisdiction, place: str, shape: Iterable[Diagnostic]) -> None:
    """Refuse a program whose scenarios may not all be here: nobody would miss one that is not read.

    So may one that stands in a text with an error, or below a name that is no section.
    """
    from leadkit.check.shape.codes import UNKNOWN_SECTION
    from leadkit.report.terminal import clean

    text = (one for one in jurisdiction.source.diagnostics if one.is_error)
    lost = (one for one in shape if one.code == UNKNOWN_SECTION.code or one.path == "scenarios")
    first = next(chain(text, lost), None)
    if first is not None:
        raise click.ClickException(told_unreadable(f"The scenarios of {clean(place)}", place, first))
