"""LK514: an annex of which nobody knows who may change it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK514",
    name="annex-nobody-amends",
    severity=Severity.WARNING,
    summary="A body may change an annex, and nothing says which body or who gave it that power.",
    why=(
        "Where a governing body approved the agreement with its annex, the policy body may lack the power "
        "to change it. That must be known before the first change."
    ),
    wrong=("agreement:\n  annexes:\n    eligibility: {amendable_by: policy_body, delegated_by: ~, amending_body: ~}\n"),
    right=("agreement:\n  annexes:\n    eligibility: {amendable_by: policy_body, delegated_by: county-resolution}\n"),
)
READS: tuple[str, ...] = ("agreement",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each annex that a body may change without anybody having given it that power."""
    for name, annex in subject.program.agreement.annexes.items():
        by_body = annex.amendable_by is not None and annex.amendable_by.value in ("policy_body", "operational_body")
        if by_body and annex.amending_body is None and not annex.delegated_by:
            yield CODE.at(
                subject.span("agreement", "annexes", name, "amendable_by"),
                message=f'A body may change "{name}", but neither the body nor the approval that lets it is named.',
                remedy="Name amending_body, and under delegated_by the approvals that give it the power.",
                path=f"agreement.annexes.{name}",
            )
