"""LK440: booking where New York requires an appearance ticket."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.pathways import ARREST, open_pathways
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK440",
    name="appearance-ticket-shall-issue",
    severity=Severity.WARNING,
    summary=(
        "In New York diversion is described as taking the place of booking, where an appearance ticket "
        "must be given anyway."
    ),
    why=(
        "For most offenses below a class D felony an officer in New York shall issue an appearance "
        "ticket. To promise that nobody is booked promises what the law already gives."
    ),
    wrong=(
        "program: {state: NY, law: us-ny}\n"
        "procedure:\n"
        "  arrest_mode: ~\n"
        "pathways:\n"
        "  arrest-diversion: {diversion_point: pre_booking}\n"
    ),
    right=(
        "program: {state: NY, law: us-ny}\n"
        "procedure:\n"
        "  arrest_mode: {tickets: {levels: misdemeanor, mode: appearance_ticket}}\n"
        "pathways:\n"
        "  arrest-diversion: {diversion_point: pre_booking}\n"
    ),
    source="N.Y. Crim. Proc. Law § 150.20",
)
READS: tuple[str, ...] = ("program", "pathways", "procedure")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each pathway in New York that stands before booking and knows no appearance ticket."""
    program = subject.program
    if program.program.state != "NY":
        return
    modes = {mode.value for rule in program.procedure.arrest_mode.values() for mode in rule.mode}
    for name, pathway in open_pathways(program, ARREST).items():
        if pathway.diversion_point == "pre_booking" and "appearance_ticket" not in modes:
            yield CODE.at(
                subject.span("pathways", name, "diversion_point"),
                message=f'"{name}" stands before booking, but most of these offenses lead to an appearance ticket.',
                remedy="Say under procedure.arrest_mode for which offenses a ticket is given and which are booked.",
                path=f"pathways.{name}.diversion_point",
            )
