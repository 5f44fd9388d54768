"""LK613: a public report that may show single people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK613",
    name="small-cells-published",
    severity=Severity.WARNING,
    summary="A public report sets no smallest number.",
    why=(
        "Two women of one age in one beat are not a statistic. Counts below a smallest number are left "
        "out, and so are those from which they could be worked out."
    ),
    wrong=("measures:\n  reports:\n    quarterly: {public: yes, suppress_below: 1}\n"),
    right=("measures:\n  reports:\n    quarterly: {public: yes, suppress_below: 10}\n"),
)
READS: tuple[str, ...] = ("measures",)


LEAST = 5


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each public report with a smallest number below five."""
    for name, report in subject.program.measures.reports.items():
        if report.public is True and report.suppress_below is not None and report.suppress_below < LEAST:
            yield CODE.at(
                subject.span("measures", "reports", name, "suppress_below"),
                message=f'"{name}" is public, and shows counts as small as {report.suppress_below}.',
                remedy="Say suppress_below: 10, or the number that your state's rule names.",
                path=f"measures.reports.{name}.suppress_below",
            )
