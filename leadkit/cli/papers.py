"""The documents of a program that a command is about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from leadkit.documents.paper import Paper
    from leadkit.model.load import Jurisdiction
    from leadkit.model.standing import Standing


def readable(place: str, on: date | None = None) -> Jurisdiction:
    """The program in a place, if its documents can be read on a day; where not, the error is the program's."""
    from leadkit.cli.deciding import told_unreadable
    from leadkit.model.load import load
    from leadkit.report.terminal import clean

    jurisdiction = load(place)
    if jurisdiction.source.base:
        raise click.ClickException(f"{clean(place)} is a base, and no program. Name a folder that extends it.")
    first = next((one for one in jurisdiction.source.diagnostics if one.is_error), None)
    if jurisdiction.source.incomplete or first or jurisdiction.resolve(on).program is None:
        raise click.ClickException(told_unreadable(f"The documents of {clean(place)}", place, first))
    return jurisdiction


def chosen_papers(standing: Standing, document: str) -> tuple[Paper, ...]:
    """The documents of one name or kind; all of them where none is named."""
    from leadkit.diagnostic import listed, nearest
    from leadkit.documents.paper import papers_of

    papers = tuple(one for one in papers_of(standing.program.documents) if one.printer) if standing.program else ()
    chosen = tuple(one for one in papers if not document or document in (one.id, one.printer))
    if not chosen:
        names = sorted({name for one in papers for name in (one.id, one.printer)})
        meant = nearest(document, names)
        hint = f"Did you mean {meant}?" if meant else f"Use {listed(names)}."
        raise click.BadParameter(f"There is no document {document}. {hint}", param_hint="--document")
    return chosen
