"""LK474: a death that no body reviews."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK474",
    name="death-nobody-reviews",
    severity=Severity.WARNING,
    summary=("The death of a participant is reported, and no body reviews it."),
    why=(
        "A death is when a program learns most, and when each partner is tempted to learn alone. A named body "
        "that meets within a set time keeps the lesson and the blame shared."
    ),
    wrong=("procedure:\n  critical_incidents: {death: {review_body: ~}}\n"),
    right=("procedure:\n  critical_incidents: {death: {review_body: policy-coordinating-group}}\n"),
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each rule on deaths without a reviewing body."""
    for name, incident in subject.program.procedure.critical_incidents.items():
        path = ("procedure", "critical_incidents", name, "review_body")
        if incident.event != "death" or incident.review_body is not None:
            continue
        severity = subject.weigh(path, CODE.severity)
        if severity is not None:
            yield CODE.at(
                subject.key("procedure", "critical_incidents", name),
                message=f'"{name}" is about a death, and no body reviews it.',
                remedy="Name review_body, and under review_within how soon it meets.",
                severity=severity,
                path=".".join(path),
            )
