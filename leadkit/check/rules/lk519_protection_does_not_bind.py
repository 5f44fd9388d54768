"""LK519: the list of what binds leaves out a protection."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity, listed

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK519",
    name="protection-does-not-bind",
    severity=Severity.WARNING,
    summary="An agreement that binds only in part leaves out a section that protects its parties.",
    why="Where an agreement binds only in what it lists, a court may read everything else as mere intention: that no "
    "power is given away, that no money is owed, who answers for damage, that nobody else gains a right, how it ends, "
    "which law governs and how disputes are settled. The memorandum binds these in any event; the list should say so.",
    wrong="agreement:\n  binding: {binds_by_default: no, binding: [confidentiality]}\n",
    right="agreement:\n  binding:\n    binds_by_default: no\n    binding: [confidentiality, authority, funding, "
    "liability, third_parties, termination, governing_law, disputes]\n",
)
READS: tuple[str, ...] = ("agreement", "program")

PROTECTIONS = ("authority", "funding", "liability", "third_parties", "termination", "governing_law", "disputes")
"""What the memorandum binds whatever else does."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the list of what binds lacks a protection."""
    binding = subject.program.agreement.binding
    if binding is None or binding.binds_by_default or not binding.binding:
        return
    missing = [each for each in PROTECTIONS if each not in binding.binding]
    if missing:
        compiled = subject.program.program.compiled_from_public_sources
        yield CODE.at(
            subject.span("agreement", "binding", "binding"),
            message=f"The list of what binds leaves out {listed(missing)}.",
            remedy="Add them to the list.",
            path="agreement.binding.binding",
            severity=Severity.NOTE if compiled else CODE.severity,
        )
