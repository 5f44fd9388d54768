"""LK475: people may be treated worse for a complaint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK475",
    name="complaint-at-a-price",
    severity=Severity.WARNING,
    summary=("People may be treated worse for having complained."),
    why=(
        "A participant who depends on a case manager complains only where it costs nothing. Without that "
        "promise the program hears no complaints, and learns of its faults from the newspaper."
    ),
    wrong=("procedure:\n  grievance: {no_retaliation: no}\n"),
    right=("procedure:\n  grievance: {no_retaliation: yes}\n"),
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where it is said that retaliation is not ruled out."""
    grievance = subject.program.procedure.grievance
    if grievance is not None and grievance.no_retaliation is False:
        yield CODE.at(
            subject.span("procedure", "grievance", "no_retaliation"),
            message="Nothing keeps a person who complains from being treated worse.",
            remedy="Say no_retaliation: yes.",
            path="procedure.grievance.no_retaliation",
        )
