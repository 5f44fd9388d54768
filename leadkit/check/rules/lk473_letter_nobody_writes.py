"""LK473: the law lets a participant ask for a letter, and none is provided for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK473",
    name="letter-nobody-writes",
    severity=Severity.WARNING,
    summary=("The law lets a court rely on the program's letter, and no letter is provided for."),
    why=(
        "A participant who wants an old conviction vacated needs the program's word in writing. Where nobody "
        "issues the letter, the right is on paper only."
    ),
    wrong=("procedure: {status_letters: ~}\n"),
    right=("procedure:\n  status_letters: {vacatur: {limit: wa-9.96.060, issued_by: project-manager}}\n"),
    source="RCW 9.96.060",
)
READS: tuple[str, ...] = (
    "program",
    "procedure",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each law on compliance that binds and that no letter answers."""
    from leadkit.law import limits

    program = subject.program
    conditions = frozenset(str(condition) for condition in program.program.conditions_in_force)
    answered = {letter.limit for letter in program.procedure.status_letters.values()}
    for limit in limits(program.program.state):
        about = limit.bound is not None and limit.bound.subject == "compliance"
        if not about or not limit.binds(conditions) or limit.id in answered:
            continue
        severity = subject.weigh(("procedure", "status_letters"), CODE.severity)
        if severity is not None:
            yield CODE.at(
                subject.key("procedure", "status_letters"),
                message=f"{limit.citation} lets a participant ask for a letter, and nobody issues one.",
                remedy=f"Add it under procedure.status_letters, with limit: {limit.id}.",
                severity=severity,
                path="procedure.status_letters",
            )
