"""LK302: an id that is declared, but not in force on the day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import BaseModel

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.life import going_on
from leadkit.model.resolve import Gone
from leadkit.model.walk import along

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.walk import Path

CODE = Code(
    code="LK302",
    name="reference-to-another-time",
    severity=Severity.WARNING,
    summary="A reference to something that is declared, but has ended or not begun on the day.",
    why="When a partner leaves or a rule ends, everything that still points to it must change on the same day. "
    "Otherwise the documents of that day name a partner or a rule that is no longer there.",
    wrong=(
        "agencies:\n"
        "  river-shelter:\n"
        "    {legal_name: River Shelter, type: housing_provider, form: nonprofit, can_sign: no, hipaa_status: none,\n"
        "     effective_until: 2025-06-30}\n"
        "services:\n"
        "  providers:\n"
        "    river-beds: {agency: river-shelter, categories: temporary-shelter}\n"
    ),
    right=(
        "agencies:\n"
        "  river-shelter:\n"
        "    {legal_name: River Shelter, type: housing_provider, form: nonprofit, can_sign: no, hipaa_status: none,\n"
        "     effective_until: 2025-06-30}\n"
        "services:\n"
        "  providers:\n"
        "    river-beds: {agency: river-shelter, categories: temporary-shelter, effective_until: 2025-06-30}\n"
    ),
)
READS: tuple[str, ...] = ()


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each reference to something that is not in force on the day."""
    gone = {path: (state, entry) for path, (state, entry) in subject.standing.resolution.gone.items()}
    if not gone:
        return
    for use in subject.uses:
        targets = [(*collection.split("."), use.id) for collection in use.reference.collections]
        if any(subject.has(*target) for target in targets) or not _lives(subject, use.path):
            continue
        noun = use.reference.noun
        for target in targets:
            if target in gone and gone[target][0] is Gone.NOT_IN_FORCE:
                yield CODE.at(
                    subject.span(*use.path),
                    gone[target][1].key.span,
                    message=f'On {subject.on}, this refers to the {noun} "{use.id}", which is not in force.',
                    remedy="Let both hold on the same days: date what refers to it with effective_from and "
                    "effective_until, or correct the dates of what it refers to.",
                    path=".".join(str(step) for step in use.path),
                )


def _lives(subject: Subject, path: Path) -> bool:
    """Whether what refers is itself going on: a phase that begins in 2023 needs nothing to be there before."""
    return all(going_on(one, subject.on) for one in along(subject.program, path) if isinstance(one, BaseModel))
