"""LK535: the LEAD mark without permission."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK535",
    name="mark-without-permission",
    severity=Severity.WARNING,
    summary="The program uses the LEAD mark, and no permission is named.",
    why=(
        "The mark is registered, and its holder lets programs use it that follow the core principles. A "
        "sign or a letterhead without permission may have to be taken down."
    ),
    wrong="program: {mark_permission: ~}\n",
    right="program: {mark_permission: Letter of the holder of 2023-11-01.}\n",
)
READS: tuple[str, ...] = ("program",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the mark is used without a permission."""
    program = subject.program.program
    if program.uses_lead_mark is not True or program.mark_permission:
        return
    severity = subject.weigh(("program", "mark_permission"), CODE.severity)
    if severity is not None:
        yield CODE.at(
            subject.span("program", "uses_lead_mark"),
            message="The program uses the LEAD mark, and no permission is named.",
            remedy="Name the letter of permission and its date under mark_permission.",
            severity=Severity.NOTE if program.compiled_from_public_sources else severity,
            path="program.mark_permission",
        )
