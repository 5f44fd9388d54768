"""LK411: arrest diversion without an adopted list of offences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.life import planning
from leadkit.check.ask.pathways import ARREST, open_pathways
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK411",
    name="list-not-adopted",
    severity=Severity.ERROR,
    summary="Arrest diversion is open, but the list of offences has not been adopted.",
    why=(
        "Without an adopted list no officer can know for what a person may be diverted. It is how the "
        "pilot of one real program never began. While the program is only planned, an open question is no fault: then "
        "it is a note."
    ),
    wrong=("eligibility:\n  list_status: not_agreed\n"),
    right=("eligibility:\n  list_status: adopted\n"),
    source="Honolulu opened with social contact only: its offense list was never agreed.",
)
READS: tuple[str, ...] = ("pathways", "eligibility", "program", "agreement")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where arrest diversion is open and the list of offences is not adopted."""
    status = subject.program.eligibility.list_status
    if status is None or status.value == "adopted":
        return
    for name in open_pathways(subject.program, ARREST):
        yield CODE.at(
            subject.span("eligibility", "list_status"),
            subject.key("pathways", name),
            message=f'"{name}" is open, but the list of offences is "{status.value}".',
            remedy="Close the pathway until the list is adopted, or adopt the list.",
            severity=Severity.NOTE if planning(subject.program) else CODE.severity,
            path="eligibility.list_status",
        )
