"""LK441: an officer files, and the paper held back is not named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK441",
    name="paper-not-named",
    severity=Severity.WARNING,
    summary="An officer files the charge, and nothing says which paper is held back.",
    why=(
        "Officers often file themselves: a citation, a ticket, a complaint. Unless the paper that is held "
        "back is named, it goes to court on its own."
    ),
    wrong=("procedure:\n  charge_handling:\n    misdemeanors: {paper: none, filer: officer}\n"),
    right=("procedure:\n  charge_handling:\n    misdemeanors: {paper: citation, filer: officer}\n"),
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each way of handling a charge that an officer files without a paper."""
    for name, handling in subject.program.procedure.charge_handling.items():
        papers = {paper.value for paper in handling.paper} - {"none"}
        held = handling.filing is not None and handling.filing.value not in ("no_paper",)
        if handling.filer == "officer" and held and not papers:
            path = ("procedure", "charge_handling", name, "paper")
            severity = subject.weigh(path, CODE.severity)
            if severity is not None:
                yield CODE.at(
                    subject.span(*path),
                    message=f'Under "{name}" an officer files, but no paper is named that is held back.',
                    remedy="Say paper: citation, ticket, complaint or report.",
                    severity=severity,
                    path=".".join(path),
                )
