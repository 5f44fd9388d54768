"""LK465: an overdose leads to a pathway that is not open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.life import takes_referrals
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK465",
    name="leads-to-closed-pathway",
    severity=Severity.WARNING,
    summary=("After an overdose the person is referred by a pathway that is not open."),
    why=(
        "The hours after an overdose are when help saves a life. A card that sends the medic to a closed "
        "pathway sends the person nowhere."
    ),
    wrong=("pathways:\n  post-overdose: {enabled: no}\n"),
    right=("pathways:\n  post-overdose: {enabled: yes}\n"),
)
READS: tuple[str, ...] = (
    "procedure",
    "pathways",
    "program",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the pathway after an overdose is said to be closed."""
    medical = subject.program.procedure.medical_first
    name = medical.after_overdose_pathway if medical is not None else None
    pathway = subject.program.pathways.get(name) if name is not None else None
    if pathway is not None and pathway.enabled is False and takes_referrals(subject):
        yield CODE.at(
            subject.span("procedure", "medical_first", "after_overdose_pathway"),
            subject.span("pathways", str(name), "enabled"),
            message=f'After an overdose people are referred by "{name}", which is not open.',
            remedy="Open it, or name a pathway that is.",
            path="procedure.medical_first.after_overdose_pathway",
        )
