"""LK491: diversion that is offered beside an emergency hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.procedure.contact import Precedence

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK491",
    name="crisis-beside-diversion",
    severity=Severity.WARNING,
    summary="A person in a mental-health crisis is offered diversion at the same time.",
    why="Taking part is a choice. A person who meets the criteria for an emergency hold is in no position to make it, "
    "and a yes given then is one that defense counsel will have set aside. Help comes first; the offer can wait.",
    wrong="procedure: {crisis: {precedence: beside_diversion}}\n",
    right="procedure: {crisis: {precedence: before_diversion}}\n",
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where help in a crisis does not come before the offer."""
    crisis = subject.program.procedure.crisis
    if crisis is not None and crisis.precedence is Precedence.BESIDE_DIVERSION:
        yield CODE.at(
            subject.span("procedure", "crisis", "precedence"),
            message="In a crisis, diversion is offered beside the help.",
            remedy="Say before_diversion, and under afterwards when the offer is made; or instead_of_diversion.",
            path="procedure.crisis.precedence",
        )
