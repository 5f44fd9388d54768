"""LK478: a condition in force that no law speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity, nearest

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK478",
    name="condition-nobody-knows",
    severity=Severity.WARNING,
    summary=("A condition is said to be in force, and no law that the program draws on speaks of it."),
    why=(
        "Some limits bind only under a grant or an agreement, and the program says under which conditions it "
        "stands. A condition with a slip in its name makes no limit bind, and nobody sees that a cap is gone."
    ),
    wrong=("program:\n  conditions_in_force: [state_led_grant]\n"),
    right=("program:\n  conditions_in_force: [state_lead_grant]\n"),
)
READS: tuple[str, ...] = (
    "program",
    "law",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each condition that neither the catalogues nor the program's own law know."""
    from leadkit.law import limits

    program = subject.program
    declared = program.program.conditions_in_force
    if not declared:
        return
    known = {limit.applies_when for limit in limits(program.program.state)}
    known |= {limit.applies_when for limit in program.law.limits.values()}
    known |= {basis.applies_when for basis in program.program.statutory_basis.values()}
    words = sorted(word for word in known if word)
    for condition in declared:
        if condition in words:
            continue
        meant = nearest(condition, words)
        yield CODE.at(
            subject.span("program", "conditions_in_force"),
            message=f'No law of the program speaks of the condition "{condition}".',
            remedy=f'Did you mean "{meant}"?' if meant else "Name it under applies_when of the law it belongs to.",
            path="program.conditions_in_force",
        )
