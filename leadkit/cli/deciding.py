"""Programs whose rules can be read as they stand; any other is a mistake of usage."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
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
        raise click.UsageError(f"{named} is a base, and no program. Name a folder that extends it.")
    standing = jurisdiction.resolve(on)
    if standing.program is None or standing.broken.intersection(READS):
        raise click.UsageError(f"The rules of {named} cannot be read as they stand. Run: leadkit check {named}")
