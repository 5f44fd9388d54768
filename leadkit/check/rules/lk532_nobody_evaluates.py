"""LK532: no evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.decided import decided, or_decide
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK532",
    name="nobody-evaluates",
    severity=Severity.WARNING,
    summary="Nobody evaluates the program.",
    why=(
        "Programs that could show what they did outlived their first grant. An evaluation planned before "
        "the launch costs little; one wanted afterwards has no data."
    ),
    wrong=(
        "measures:\n"
        "  evaluation: {status: none, evaluator: ~}\n"
        "open: {measures.evaluation.evaluator: {why: none, adopted: D-8}}\n"
    ),
    right=("measures:\n  evaluation: {status: planned}\n"),
)
READS: tuple[str, ...] = ("measures", "decisions")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where it is said that there is no evaluation."""
    evaluation = subject.program.measures.evaluation
    path = "measures.evaluation.status"
    if evaluation is not None and evaluation.status == "none" and not decided(subject, path):
        yield CODE.at(
            subject.span("measures", "evaluation", "status"),
            message="The program is not evaluated.",
            remedy=f"Plan an evaluation, {or_decide(path)}",
            path=path,
        )
