"""LK524: a principle that every program of the model states is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.decided import decided, or_decide
from leadkit.check.ask.life import planning
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK524",
    name="principles-missing",
    severity=Severity.WARNING,
    summary="The principles leave out that nobody is displaced, or that taking part gives no immunity.",
    why=(
        "Others who wait for housing must not lose their place, and nobody may think that taking part "
        "protects them from arrest. Both questions are asked at every council hearing."
    ),
    wrong="program: {principles: [harm_reduction, voluntary]}\n",
    right="program: {principles: [harm_reduction, voluntary, non_displacement, no_immunity]}\n",
    source="the core principles of the LEAD National Support Bureau",
)
READS: tuple[str, ...] = ("program", "decisions")


STATED = ("non_displacement", "no_immunity")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each of the two where principles are stated at all."""
    program = subject.program
    stated = {principle.value for principle in program.program.principles}
    if not stated or planning(program) or decided(subject, "program.principles"):
        return
    weight = Severity.NOTE if program.program.compiled_from_public_sources else CODE.severity
    for missing in STATED:
        if missing not in stated:
            yield CODE.at(
                subject.span("program", "principles"),
                message=f'The principles do not say "{missing}".',
                remedy=f"Add {missing}, {or_decide('program.principles')}",
                severity=weight,
                path="program.principles",
            )
