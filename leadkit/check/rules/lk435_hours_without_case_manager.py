"""LK435: hours in which an officer may refer and nobody answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.pathways import BY_OFFICERS, open_pathways
from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.hours import Hours

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK435",
    name="hours-without-case-manager",
    severity=Severity.WARNING,
    summary=(
        "A pathway is open at hours at which no case manager is on duty, and no rule for after hours fills the gap."
    ),
    why=(
        "An officer who may refer at midnight and reaches nobody will book. Say who answers, or what is done instead."
    ),
    wrong=("roles:\n  case-management: {hours: Mon-Fri 08:00-17:00}\nprocedure: {after_hours: ~, hours: ~}\n"),
    right=("roles:\n  case-management: {hours: 24/7}\nprocedure: {after_hours: ~, hours: ~}\n"),
)
READS: tuple[str, ...] = ("pathways", "roles", "procedure")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each pathway whose hours reach beyond those of case management."""
    program = subject.program
    hours = [role.hours for role in program.roles.values() if role.kind == "case_management" and role.hours is not None]
    on_duty = Hours.together(hours)
    if on_duty is None or program.procedure.after_hours:
        return
    for name, pathway in open_pathways(program, BY_OFFICERS).items():
        if pathway.hours is not None and not on_duty.covers(pathway.hours):
            yield CODE.at(
                subject.span("pathways", name, "hours"),
                message=f'"{name}" is open {pathway.hours}, but case managers are on duty {on_duty} only.',
                remedy="Say under procedure.after_hours what an officer does when nobody is on duty.",
                severity=subject.weigh(("procedure", "after_hours"), CODE.severity) or CODE.severity,
                path=f"pathways.{name}.hours",
            )
