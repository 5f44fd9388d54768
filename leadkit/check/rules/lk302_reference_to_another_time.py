"""LK302: an id that is declared, but not in force on the day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.resolve import Gone

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK302",
    name="reference-to-another-time",
    severity=Severity.WARNING,
    summary="A reference to something that is declared, but has ended or not begun on the day.",
    why="When a partner leaves or a rule ends, everything that still points to it must change on the same day. "
    "Otherwise the documents of that day name a partner or a rule that is no longer there.",
    wrong="agencies:\n  downtown-association:\n    effective_until: 2025-06-30\n",
    right="agencies:\n  downtown-association:\n    effective_from: 2024-01-01\n",
)
READS: tuple[str, ...] = ()


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each reference to something that is not in force on the day."""
    gone = {path: (state, entry) for path, (state, entry) in subject.standing.resolution.gone.items()}
    if not gone:
        return
    for use in subject.uses:
        targets = [(*collection.split("."), use.id) for collection in use.reference.collections]
        if any(subject.has(*target) for target in targets):
            continue
        noun = use.reference.noun
        for target in targets:
            if target in gone and gone[target][0] is Gone.NOT_IN_FORCE:
                yield CODE.at(
                    subject.span(*use.path),
                    gone[target][1].key.span,
                    message=f'On {subject.on}, this refers to the {noun} "{use.id}", which is not in force.',
                    remedy="End this on the same day, or correct the dates of what it refers to.",
                    path=".".join(str(step) for step in use.path),
                )
