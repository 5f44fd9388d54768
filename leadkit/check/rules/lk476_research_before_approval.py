"""LK476: an evaluation that began before its approval."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK476",
    name="research-before-approval",
    severity=Severity.WARNING,
    summary=("The evaluation is under way, and an approval that it needs is pending."),
    why=(
        "Data on participants that a board had not yet approved may have to be destroyed, and the federal "
        "certificate of privacy protects only what was collected under it."
    ),
    wrong=("measures:\n  evaluation: {status: under_way, ethics_review: {standing: pending}}\n"),
    right=("measures:\n  evaluation: {status: under_way, ethics_review: {standing: met}}\n"),
    source="45 CFR 46; 28 CFR Part 22",
)
READS: tuple[str, ...] = ("measures",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each approval that is pending while the evaluation is under way."""
    evaluation = subject.program.measures.evaluation
    if evaluation is None or evaluation.status != "under_way":
        return
    review = evaluation.ethics_review
    standings = {
        "ethics_review": review.standing if review is not None else None,
        "human_subjects": evaluation.human_subjects,
        "privacy_certificate": evaluation.privacy_certificate,
    }
    for field, standing in standings.items():
        if standing == "pending":
            yield CODE.at(
                subject.span("measures", "evaluation", field),
                subject.span("measures", "evaluation", "status"),
                message=f"The evaluation is under way, but {field} is pending.",
                remedy="Wait for it, or say status: planned.",
                path=f"measures.evaluation.{field}",
            )
