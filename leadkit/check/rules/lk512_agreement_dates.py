"""LK512: dates of the agreement that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK512",
    name="agreement-dates",
    severity=Severity.ERROR,
    summary="Two dates of the agreement cannot both be right.",
    why=(
        "An agreement that ends before it begins, or that was approved after it was signed, will be the "
        "first thing opposing counsel reads."
    ),
    wrong=("agreement:\n  term: {starts: 2024-01-01, ends: 2023-12-31, length: ~}\n"),
    right=("agreement:\n  term: {starts: 2024-01-01, ends: 2028-12-31}\n"),
)
READS: tuple[str, ...] = ("agreement",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each pair of dates that contradict each other."""
    agreement = subject.program.agreement
    term = agreement.term
    if (
        term is not None
        and term.kind == "fixed"
        and term.starts is not None
        and term.ends is not None
        and term.ends.last < term.starts.first
    ):
        ends, starts = ("agreement", "term", "ends"), ("agreement", "term", "starts")
        yield _finding(subject, ends, starts, "ends before it begins")
    for name, signature in agreement.signatures.items():
        for under in signature.under:
            approval = agreement.approvals.get(under)
            if approval is None or approval.date is None or signature.date is None:
                continue
            if signature.date.last < approval.date.first:
                signed = ("agreement", "signatures", name, "date")
                approved = ("agreement", "approvals", under, "date")
                yield _finding(subject, signed, approved, "was signed before it was approved")


def _finding(subject: Subject, one: tuple[str, ...], other: tuple[str, ...], what: str) -> Diagnostic:
    return CODE.at(
        subject.span(*one),
        subject.span(*other),
        message=f"By these dates the agreement {what}.",
        remedy="Correct the wrong one of the two dates.",
        path=".".join(one),
    )
