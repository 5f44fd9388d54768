"""LK523: a graduation that is imposed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK523",
    name="graduation-imposed",
    severity=Severity.WARNING,
    summary="A participant leaves by meeting criteria that others set.",
    why=(
        "In the model a participant leaves by choice. Criteria for graduation make a court's calendar out "
        "of a friendship."
    ),
    wrong=("procedure:\n  exit: {graduation: criteria}\n"),
    right=("procedure:\n  exit: {graduation: self_chosen}\n"),
    source="the core principles of the LEAD National Support Bureau",
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where graduation depends on criteria."""
    leaving = subject.program.procedure.exit
    if leaving is not None and leaving.graduation is not None and leaving.graduation.value == "criteria":
        yield CODE.at(
            subject.span("procedure", "exit", "graduation"),
            message="A participant leaves by meeting criteria, not by choice.",
            remedy="Say graduation: self_chosen or none, or record the decision to depart from the model.",
            path="procedure.exit.graduation",
        )
