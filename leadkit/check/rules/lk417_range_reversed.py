"""LK417: a range whose least is more than its most."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.time import surely_longer
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK417",
    name="range-reversed",
    severity=Severity.ERROR,
    summary="The least of a range is more than its most.",
    why="Nobody can be inside such a range, so nobody could ever be taken in, or be in time.",
    wrong=("eligibility:\n  age: {minimum: 18, maximum: 17}\n"),
    right=("eligibility:\n  age: {minimum: 18, maximum: 65}\n"),
)
READS: tuple[str, ...] = ("eligibility", "procedure")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each reversed range of ages and of times."""
    age = subject.program.eligibility.age
    if age is not None and age.minimum is not None and age.maximum is not None and age.minimum > age.maximum:
        yield _finding(subject, ("eligibility", "age"), "minimum", "maximum", f"{age.minimum}", f"{age.maximum}")
    for name, clock in subject.program.procedure.clocks.items():
        if clock.at_least is not None and clock.at_most is not None and surely_longer(clock.at_least, clock.at_most):
            path = ("procedure", "clocks", name)
            yield _finding(subject, path, "at_least", "at_most", str(clock.at_least), str(clock.at_most))
    for name, handoff in subject.program.procedure.handoff.items():
        if (
            handoff.target is not None
            and handoff.longest is not None
            and surely_longer(handoff.target, handoff.longest)
        ):
            path = ("procedure", "handoff", name)
            yield _finding(subject, path, "target", "longest", str(handoff.target), str(handoff.longest))


def _finding(subject: Subject, path: tuple[str, ...], low: str, high: str, least: str, most: str) -> Diagnostic:
    return CODE.at(
        subject.span(*path, low),
        subject.span(*path, high),
        message=f'"{low}" is {least}, which is more than "{high}", {most}.',
        remedy="Exchange the two, or correct the wrong one.",
        path=".".join((*path, low)),
    )
