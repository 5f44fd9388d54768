"""LK424: a pure weight to be judged at the scene."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK424",
    name="pure-weight-at-the-scene",
    severity=Severity.WARNING,
    summary="An officer is to judge a limit on the pure weight of a drug at the scene.",
    why=("Only a laboratory can say how much of a mixture is the drug. An officer can weigh the whole, or count."),
    wrong=("eligibility:\n  amounts:\n    controlled-substance: {weighed: pure}\n"),
    right=("eligibility:\n  amounts:\n    controlled-substance: {weighed: aggregate}\n"),
)
READS: tuple[str, ...] = ("eligibility",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each limit on a pure weight that an officer screens."""
    for name, limit in subject.program.eligibility.amounts.items():
        if limit.weighed is not None and limit.weighed.value == "pure" and "officer" in limit.screened_by:
            yield CODE.at(
                subject.span("eligibility", "amounts", name, "weighed"),
                message=f'"{name}" is a pure weight, which no officer can judge at the scene.',
                remedy="Say weighed: aggregate, or name a laboratory's answer and who screens it.",
                path=f"eligibility.amounts.{name}.weighed",
            )
