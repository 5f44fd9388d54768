"""LK538: a number that officers must reach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK538",
    name="quota",
    severity=Severity.WARNING,
    summary="Officers may be given a number of arrests or diversions to reach.",
    why=(
        "A number turns discretion into a target, and invites arrests that end in a diversion. Several "
        "states forbid it."
    ),
    wrong="procedure: {quotas: allowed}\n",
    right="procedure: {quotas: forbidden}\n",
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where quotas are allowed."""
    quotas = subject.program.procedure.quotas
    if quotas is not None and quotas.value == "allowed":
        yield CODE.at(
            subject.span("procedure", "quotas"),
            message="Officers may be given a number to reach.",
            remedy="Say quotas: forbidden.",
            path="procedure.quotas",
        )
