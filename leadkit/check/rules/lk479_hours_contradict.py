"""LK479: hours of a pathway or an area that its procedure exceeds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.hours import Hours
    from leadkit.model.procedure.availability import ProcedureHours
    from leadkit.model.walk import Path

CODE = Code(
    code="LK479",
    name="hours-contradict",
    severity=Severity.WARNING,
    summary="Hours under procedure reach beyond those of the area or the pathway that they are for.",
    why="Hours may stand with an area, with a pathway and under procedure. The more particular may narrow the general; "
    "where it widens them, an officer who reads one page calls at an hour at which, by the other, nobody may be "
    "diverted.",
    wrong=(
        "areas:\n  unincorporated: {hours: Mon-Fri 08:00-16:00}\n"
        "procedure:\n  hours:\n    county: {areas: unincorporated, hours: daily 07:00-23:00}\n"
    ),
    right=(
        "areas:\n  unincorporated: {hours: Mon-Fri 08:00-16:00}\n"
        "procedure:\n  hours:\n    county: {areas: unincorporated, hours: Mon-Fri 09:00-16:00}\n"
    ),
)
READS: tuple[str, ...] = ("areas", "pathways", "procedure")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each entry under procedure.hours that is wider than an area or a pathway it names."""
    for name, entry in subject.program.procedure.hours.items():
        for path, hours in _general(subject, entry):
            if entry.hours is not None and not hours.covers(entry.hours):
                yield CODE.at(
                    subject.span("procedure", "hours", name, "hours"),
                    subject.span(*path),
                    message=f'"{name}" takes referrals {entry.hours}, but "{path[1]}" is open {hours} only.',
                    remedy="Correct one of the two: hours under procedure may narrow those of an area or a pathway, "
                    "and never widen them.",
                    path=f"procedure.hours.{name}.hours",
                )


def _general(subject: Subject, entry: ProcedureHours) -> Iterator[tuple[Path, Hours]]:
    """The hours of the areas and pathways that an entry names."""
    program = subject.program
    for area in entry.areas:
        if area in program.areas and (hours := program.areas[area].hours) is not None:
            yield ("areas", area, "hours"), hours
    for pathway in entry.pathways:
        if pathway in program.pathways and (hours := program.pathways[pathway].hours) is not None:
            yield ("pathways", pathway, "hours"), hours
