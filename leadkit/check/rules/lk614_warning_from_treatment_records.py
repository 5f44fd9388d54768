"""LK614: a duty to warn that treatment records do not allow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK614",
    name="warning-from-treatment-records",
    severity=Severity.WARNING,
    summary="A duty to warn is said to be allowed by the rule on treatment records.",
    why=(
        "That rule allows reports of child abuse and little else. A warning from a treatment program must "
        "not name the patient as one, unless a court orders it."
    ),
    wrong=("sharing:\n  exceptions:\n    duty-to-warn: {part2_allows: yes}\n"),
    right=("sharing:\n  exceptions:\n    duty-to-warn: {part2_allows: without_identifying_patient}\n"),
    source="42 CFR 2.12(c)(6) allows reports of child abuse only",
)
READS: tuple[str, ...] = ("sharing",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each duty to warn that is said to be allowed without more."""
    for name, exception in subject.program.sharing.exceptions.items():
        allowed = exception.part2_allows is not None and exception.part2_allows.value == "yes"
        if exception.kind.value == "duty_to_warn" and allowed:
            yield CODE.at(
                subject.span("sharing", "exceptions", name, "part2_allows"),
                message=f'"{name}" is a duty to warn, which the rule on treatment records does not allow as such.',
                remedy="Say without_identifying_patient, or court_order_only.",
                path=f"sharing.exceptions.{name}.part2_allows",
            )
