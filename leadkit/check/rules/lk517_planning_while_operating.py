"""LK517: an agreement to plan for a program that runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.life import takes_referrals
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK517",
    name="planning-while-operating",
    severity=Severity.WARNING,
    summary="The program takes referrals, and its agreement is only one to plan.",
    why=(
        "An agreement to develop a program, or to apply for a grant, binds nobody to run one. Who relies "
        "on it relies on nothing."
    ),
    wrong="agreement: {stage: planning, planning: {purpose: develop_program}}\n",
    right="agreement: {stage: operating}\n",
    source="Albany 2015 and New Haven 2017 signed agreements to plan",
)
READS: tuple[str, ...] = ("program", "agreement")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the program takes referrals under an agreement to plan."""
    stage = subject.program.agreement.stage
    if stage is not None and stage.value == "planning" and takes_referrals(subject):
        yield CODE.at(
            subject.span("agreement", "stage"),
            subject.span("program", "status"),
            message="The program takes referrals, but its agreement is one to plan.",
            remedy="Describe the agreement under which it operates, or say under open that none is known.",
            path="agreement.stage",
        )
