"""LK438: few of the officers who may refer are trained."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from leadkit.check.ask.pathways import BY_OFFICERS, open_pathways
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK438",
    name="few-officers-trained",
    severity=Severity.WARNING,
    summary="Less than half of a force is to be trained.",
    why=("Programs have shrunk because few officers knew them. An untrained officer neither offers nor calls."),
    wrong=("procedure:\n  training:\n    officers: {share_of_force: 10%}\n"),
    right=("procedure:\n  training:\n    officers: {share_of_force: 80%}\n"),
    source="Bangor and New Haven: too few trained officers",
)
READS: tuple[str, ...] = ("procedure", "pathways")


LEAST = Decimal(50)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each training of officers that reaches less than half of the force."""
    if not open_pathways(subject.program, BY_OFFICERS):
        return
    for name, training in subject.program.procedure.training.items():
        share = training.share_of_force
        if share is not None and share.percent < LEAST and "officer" in training.audience:
            yield CODE.at(
                subject.span("procedure", "training", name, "share_of_force"),
                message=f'"{name}" is to reach {share} of the force only.',
                remedy="Plan for most of the officers who may refer, or say which unit alone refers.",
                path=f"procedure.training.{name}.share_of_force",
            )
