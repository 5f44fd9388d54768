"""LK468: people arrested together are diverted together or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK468",
    name="one-decides-for-another",
    severity=Severity.WARNING,
    summary=("People who are arrested together are diverted together or not at all."),
    why=(
        "Taking part is each person's own choice. Where one person's no keeps the others out, one person "
        "answers for another, and somebody who controls the others decides for all of them."
    ),
    wrong=("eligibility:\n  co_arrestees: {rule: all_or_none}\n"),
    right=("eligibility:\n  co_arrestees: {rule: each_on_own}\n"),
)
READS: tuple[str, ...] = ("eligibility",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where co-arrestees share one answer and no decision says so."""
    together = subject.program.eligibility.co_arrestees
    if together is not None and together.rule == "all_or_none" and together.adopted is None:
        yield CODE.at(
            subject.span("eligibility", "co_arrestees", "rule"),
            message="Of people arrested together, one person's answer decides for all.",
            remedy="Say rule: each_on_own, or name the decision that adopted this.",
            path="eligibility.co_arrestees.rule",
        )
