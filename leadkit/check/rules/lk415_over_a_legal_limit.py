"""LK415: a time that is longer than the law allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from leadkit.check.ask.limits import limits_on
from leadkit.check.ask.time import surely_longer
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.procedure.clocks import Clock
    from leadkit.values.quantities import Duration

CODE = Code(
    code="LK415",
    name="over-a-legal-limit",
    severity=Severity.ERROR,
    summary="A deadline is longer than a legal limit that binds the program.",
    why=(
        "A program may give less time than a statute, never more. A limit binds only under its own "
        "condition: the thirty days of California's pilot bind a program under that grant and no other."
    ),
    wrong=("procedure:\n  clocks:\n    intake: {at_most: 90 days, limit: ecc-2.80.040}\n"),
    right=("procedure:\n  clocks:\n    intake: {at_most: 30 days, limit: ecc-2.80.040}\n"),
    source="Cal. Penal Code §§ 1001.85-.88 bind under the state's grant only",
)
READS: tuple[str, ...] = ("program", "procedure", "law")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each clock that is longer than a limit that binds it."""
    conditions = frozenset(str(condition) for condition in subject.program.program.conditions_in_force)
    for name, clock in subject.program.procedure.clocks.items():
        if clock.at_most is None:
            continue
        for citation, most in limits_on(subject, clock, conditions):
            if surely_longer(clock.at_most, most):
                yield CODE.at(
                    subject.span("procedure", "clocks", name, "at_most"),
                    message=f'"{name}" gives {clock.at_most}, but {citation} allows {most} at most.',
                    remedy=f"Write {most} or less.",
                    path=f"procedure.clocks.{name}.at_most",
                )
            elif (extended := _extended(clock)) and surely_longer(extended, most):
                yield CODE.at(
                    subject.key("procedure", "clocks", name, "extensions"),
                    message=f'"{name}" gives {extended} with every extension, but {citation} allows {most} at most.',
                    remedy="Grant fewer or shorter extensions.",
                    path=f"procedure.clocks.{name}.extensions",
                )


def _extended(clock: Clock) -> Duration | None:
    """The time with every extension; None where there is none, or its unit is another one than the clock's."""
    more = clock.extensions
    if clock.at_most is None or more is None or more.length is None or more.length.period is not clock.at_most.period:
        return None
    times = 1 if more.at_most is None else more.at_most
    return replace(clock.at_most, count=clock.at_most.count + times * more.length.count)
