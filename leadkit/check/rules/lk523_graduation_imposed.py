"""LK523: a graduation that is imposed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.decided import decided, or_decide
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
READS: tuple[str, ...] = ("procedure", "decisions")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where graduation depends on criteria."""
    leaving = subject.program.procedure.exit
    path = "procedure.exit.graduation"
    if leaving is not None and leaving.graduation == "criteria" and not decided(subject, path):
        yield CODE.at(
            subject.span("procedure", "exit", "graduation"),
            message="A participant leaves by meeting criteria, not by choice.",
            remedy=f"Say graduation: self_chosen or none, {or_decide(path)}",
            path=path,
        )
