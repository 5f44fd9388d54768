"""LK499: a clock under a limit that does not bind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity, nearest
from leadkit.law import bound_by, limits

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK499",
    name="limit-that-does-not-bind",
    severity=Severity.WARNING,
    summary="A clock names a legal limit whose condition the program does not meet.",
    why=(
        "A limit binds under its own condition. Where the condition is misspelt or missing, the clock seems to be held "
        "to the law, and nothing holds it."
    ),
    wrong=(
        "procedure:\n  clocks:\n    intake: {limit: ecc-2.80.040}\nlaw:\n  limits:\n    ecc-2.80.040: "
        "{applies_when: county_grnat}\n"
    ),
    right=(
        "procedure:\n  clocks:\n    intake: {limit: ecc-2.80.040}\nlaw:\n  limits:\n    ecc-2.80.040: "
        "{applies_when: always}\n"
    ),
)
READS: tuple[str, ...] = ("program", "procedure", "law")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each clock whose limit is known not to bind the program."""
    program = subject.program
    conditions = frozenset(program.program.conditions_in_force)
    known = {limit.id: limit.applies_when for limit in limits()}
    known |= {name: limit.applies_when for name, limit in program.law.limits.items()}
    for name, clock in program.procedure.clocks.items():
        condition = known.get(clock.limit) if clock.limit else None
        if condition is None or bound_by(condition, conditions) is not False:
            continue
        path = ("procedure", "clocks", name, "limit")
        meant = nearest(condition, conditions)
        yield CODE.at(
            subject.span(*path),
            message=f'"{clock.limit}" binds only under "{condition}", which is not among conditions_in_force.',
            remedy=f'Did you mean "{meant}"?'
            if meant
            else "Add the condition to program.conditions_in_force, write always, or take the limit out.",
            path=".".join(path),
        )
