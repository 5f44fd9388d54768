"""Programs whose rules can be read as they stand; what is wrong with any other is an error of the program."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction


def decidable(place: str, on: date | None) -> Jurisdiction:
    """The program in a place, if cases can be decided by it on a day."""
    from leadkit.model.load import load

    jurisdiction = load(place)
    refuse_undecidable(jurisdiction, place, on)
    return jurisdiction


def refuse_undecidable(jurisdiction: Jurisdiction, place: str, on: date | None) -> None:
    """Refuse a program that was read and by which no case can be decided on a day."""
    from leadkit.policy.compile import READS
    from leadkit.report.terminal import clean

    named = clean(place)
    if jurisdiction.source.base:
        raise click.ClickException(f"{named} is a base, and no program. Name a folder that extends it.")
    standing = jurisdiction.resolve(on)
    if jurisdiction.source.incomplete or standing.program is None or standing.broken.intersection(READS):
        first = next((one for one in jurisdiction.source.diagnostics if one.is_error), None)
        raise click.ClickException(told_unreadable(f"The rules of {named}", place, first))


def told_unreadable(what: str, place: str, finding: Diagnostic | None) -> str:
    """What is said of a program in which something cannot be read.

    Args:
        what: What cannot be, as the subject of a sentence.
        place: The program.
        finding: Why.
    """
    from leadkit.report.terminal import clean

    told = f"{what} cannot be read as they stand."
    if finding is not None:
        span = next(iter(finding.spans), None)
        in_a_file = span is not None and span.file != place
        where = f"{span.file}, line {span.line}: " if span is not None and in_a_file else ""
        told += f" {clean(where)}{clean(finding.message)}"
        if not in_a_file:  # nothing of the program is there to be checked
            return f"{told} {clean(finding.remedy)}"
    return f"{told} Run: leadkit check {clean(place)}"
