"""LK619: a flow that goes beyond what makes it lawful."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.covered import uncovered
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK619",
    name="flow-beyond-its-basis",
    severity=Severity.ERROR,
    summary="A flow names a release, an agreement or an exception that does not cover what it shares.",
    why=(
        "A person who signs a release reads who tells whom, what and what for, and has agreed to that and to nothing "
        "else. An agreement binds those who signed it, and a duty is the duty of those whom the law names."
    ),
    wrong="sharing:\n  flows:\n    engagement-to-police: {categories: [engagement, location]}\n",
    right="sharing:\n  flows:\n    engagement-to-police: {categories: [engagement, identity]}\n",
    source="42 CFR 2.31(a); 45 CFR 164.508(c)",
)
READS: tuple[str, ...] = ("roles", "agencies", "governance", "sharing")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each flow, with the first thing in it that its basis does not cover."""
    for name, flow in subject.program.sharing.flows.items():
        cell = uncovered(subject, flow)
        if cell is not None:
            purpose = f" for {cell.purpose.value.replace('_', ' ')}" if cell.purpose is not None else ""
            told = f'"{cell.sender}" tell "{cell.recipient}" of "{cell.category}"{purpose}'
            yield CODE.at(
                subject.span("sharing", "flows", name, "basis"),
                message=f'"{name}" lets {told}, which its basis does not cover.',
                remedy="Take it out of the flow, or let the release, the agreement or the exception say it.",
                path=f"sharing.flows.{name}.basis",
            )
