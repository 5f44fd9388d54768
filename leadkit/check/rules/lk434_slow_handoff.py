"""LK434: a handoff that takes longer than half an hour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.pathways import ARREST, meant, open_pathways
from leadkit.check.ask.time import surely_longer
from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.values.quantities import Duration

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK434",
    name="slow-handoff",
    severity=Severity.WARNING,
    summary="An officer is to wait more than thirty minutes for a case manager.",
    why=(
        "Officers stop calling a program that keeps them at the curb. Half an hour is what the programs "
        "that last have aimed for."
    ),
    wrong=("procedure:\n  handoff:\n    at-arrest: {target: 45 minutes}\n"),
    right=("procedure:\n  handoff:\n    at-arrest: {target: 30 minutes}\n"),
)
READS: tuple[str, ...] = ("procedure", "pathways")


LONGEST = Duration.parse("30 minutes")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each warm handoff at an arrest with a slower target and no reason recorded for it."""
    pathways = open_pathways(subject.program, ARREST)
    for name, handoff in subject.program.procedure.handoff.items():
        at_arrest = any(meant(handoff.pathways, pathway) for pathway in pathways)
        everywhere = not handoff.areas  # a rule for far-off areas of its own is a choice, not a slip
        if at_arrest and everywhere and handoff.target is not None and surely_longer(handoff.target, LONGEST):
            yield CODE.at(
                subject.span("procedure", "handoff", name, "target"),
                message=f'The handoff "{name}" aims at {handoff.target}, which is more than thirty minutes.',
                remedy="Aim at thirty minutes or less, or give far areas a handoff of their own.",
                path=f"procedure.handoff.{name}.target",
            )
