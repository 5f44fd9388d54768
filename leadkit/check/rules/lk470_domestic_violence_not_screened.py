"""LK470: domestic violence is excluded, and no exclusion says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK470",
    name="domestic-violence-not-screened",
    severity=Severity.WARNING,
    summary=("Domestic violence is said to be excluded, and no exclusion is there for it."),
    why=(
        "The officer screens by the list of exclusions. What stands only among the promises to victims is on "
        "no card, and nobody looks for it."
    ),
    wrong=("eligibility:\n  exclusions: {domestic-violence: ~}\n"),
    right=("eligibility:\n  exclusions: {domestic-violence: {test: domestic_violence, strength: absolute}}\n"),
)
READS: tuple[str, ...] = ("eligibility",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the promise has no exclusion behind it."""
    eligibility = subject.program.eligibility
    if eligibility.victims is None or eligibility.victims.domestic_violence != "excluded":
        return
    severity = subject.weigh(("eligibility", "exclusions"), CODE.severity)
    screened = any(exclusion.test == "domestic_violence" for exclusion in eligibility.exclusions.values())
    if not screened and severity is not None:
        yield CODE.at(
            subject.span("eligibility", "victims", "domestic_violence"),
            message="Domestic violence is excluded here, but no exclusion screens for it.",
            remedy="Add an exclusion with test: domestic_violence.",
            severity=severity,
            path="eligibility.victims.domestic_violence",
        )
