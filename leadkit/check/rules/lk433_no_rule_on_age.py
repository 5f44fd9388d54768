"""LK433: no rule for people under eighteen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.absence import silent_for_arrests
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK433",
    name="no-rule-on-age",
    severity=Severity.WARNING,
    summary="Arrest diversion is open, and nothing is said about people under eighteen.",
    why=(
        "Another court, other records and a parent come in where the person is under eighteen. A program "
        "for adults must say so."
    ),
    wrong=("eligibility:\n  age: ~\n"),
    right=("eligibility:\n  age: {minimum: 18}\n"),
)
READS: tuple[str, ...] = ("eligibility", "pathways")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where arrest diversion is open and no rule speaks of it."""
    if not silent_for_arrests(subject, "age"):
        return
    yield CODE.at(
        subject.key("eligibility"),
        message="Arrest diversion is open, but nothing is said about people under eighteen.",
        remedy="Say under eligibility.age from which age the program takes people.",
        path="eligibility.age",
    )
