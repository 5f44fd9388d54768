"""LK449: a limit on what is never divertible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK449",
    name="limit-on-excluded-offence",
    severity=Severity.WARNING,
    summary="A limit is for offenses that are named only to say that they are never divertible.",
    why=(
        "How much may be held matters only where the offense may be diverted at all. Either the limit or the exclusion "
        "is left from an earlier text."
    ),
    wrong=("eligibility:\n  amounts:\n    goods: {offences: resisting}\n"),
    right=("eligibility:\n  amounts:\n    goods: {offences: theft}\n"),
)
READS: tuple[str, ...] = ("eligibility",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each excluded offence that a limit names."""
    eligibility = subject.program.eligibility
    for name, limit in eligibility.amounts.items():
        for index, each in enumerate(limit.offences):
            offence = eligibility.offences.get(each)
            if offence is not None and offence.excluded:
                yield CODE.at(
                    subject.span("eligibility", "amounts", name, "offences", index),
                    subject.span("eligibility", "offences", each, "excluded"),
                    message=f'"{name}" limits "{each}", which is never divertible.',
                    remedy="Take the offense out of the limit, or correct excluded.",
                    path=f"eligibility.amounts.{name}.offences",
                )
