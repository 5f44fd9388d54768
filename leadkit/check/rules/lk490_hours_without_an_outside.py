"""LK490: hours outside which nothing, or two things, would hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.procedure.availability import OutsideHours

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK490",
    name="hours-without-an-outside",
    severity=Severity.WARNING,
    summary="Outside the hours a rule for after hours is to hold and none is named, or one is named that cannot hold.",
    why="At two in the morning an officer must know whether the program is closed or whom to call. Hours that point at "
    "a rule which is not there leave that to chance, and so do hours that are closed and name a rule all the same.",
    wrong="procedure: {hours: {county: {outside: not_eligible, after_hours: nights}}}\n",
    right="procedure: {hours: {county: {outside: after_hours_rule, after_hours: nights}}}\n",
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each set of hours whose outside is told by halves, or twice."""
    for name, hours in subject.program.procedure.hours.items():
        path = ("procedure", "hours", name, "after_hours")
        if hours.outside is OutsideHours.NOT_ELIGIBLE and hours.after_hours is not None:
            yield CODE.at(
                subject.span(*path),
                message=f'Outside the hours "{name}" nobody is eligible, and yet a rule for after hours is named.',
                remedy="Say outside: after_hours_rule, or take after_hours out.",
                path=".".join(path),
            )
        elif hours.outside is OutsideHours.AFTER_HOURS_RULE and hours.after_hours is None:
            severity = subject.weigh(path, CODE.severity)
            if severity is not None:
                yield CODE.at(
                    subject.key("procedure", "hours", name, "outside"),
                    message=f'Outside the hours "{name}" a rule for after hours is to hold, and none is named.',
                    remedy="Name it under after_hours, by its id under procedure.after_hours.",
                    severity=severity,
                    path=".".join(path),
                )
