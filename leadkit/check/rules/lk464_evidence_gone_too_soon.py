"""LK464: evidence is destroyed while the charge may still be filed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK464",
    name="evidence-gone-too-soon",
    severity=Severity.WARNING,
    summary=("Evidence is kept until intake only, and the charge may be filed after it."),
    why=(
        "A presumption that the prosecutor may still rebut is worth nothing once the drugs are destroyed, and "
        "defense counsel loses what could have helped."
    ),
    wrong=("procedure:\n  evidence: {retention_until: intake}\n"),
    right=("procedure:\n  evidence: {retention_until: no_filing_notice}\n"),
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where evidence goes at intake, and a charge does not end there for good."""
    procedure = subject.program.procedure
    if procedure.evidence is None or procedure.evidence.retention_until != "intake":
        return
    for name, handling in procedure.charge_handling.items():
        if handling.effect == "presumption":
            yield CODE.at(
                subject.span("procedure", "evidence", "retention_until"),
                subject.span("procedure", "charge_handling", name, "effect"),
                message=f'Evidence is kept until intake only, but a charge under "{name}" may be filed after it.',
                remedy="Keep it until the notice that nothing is filed, or until the limitation period is over.",
                path="procedure.evidence.retention_until",
            )
