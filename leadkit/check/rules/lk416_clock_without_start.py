"""LK416: a deadline without a beginning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK416",
    name="clock-without-start",
    severity=Severity.ERROR,
    summary="A deadline does not say from which event it runs.",
    why=(
        "Thirty days from the arrest, from the referral or from the handoff are three different days. A "
        "timer cannot start where none of them is named."
    ),
    wrong=("procedure:\n  clocks:\n    plan: {starts: ~}\n"),
    right=("procedure:\n  clocks:\n    plan: {starts: intake_completed}\n"),
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each clock without a starting event that ``open`` does not account for by itself."""
    for name, clock in subject.program.procedure.clocks.items():
        path = ("procedure", "clocks", name, "starts")
        severity = subject.weigh(path, CODE.severity)
        if clock.starts is None and severity is not None:
            yield CODE.at(
                subject.key(*path),
                message=f'The clock "{name}" does not say from which event it runs.',
                remedy="Say starts: referral, or another event.",
                severity=severity,
                path=".".join(path),
            )
