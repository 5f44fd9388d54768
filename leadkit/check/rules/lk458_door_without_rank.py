"""LK458: the waiting list goes by the rank of pathways, and a pathway has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.doors import open_doors
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK458",
    name="door-without-rank",
    severity=Severity.WARNING,
    summary=("The waiting list goes by the rank of the pathways, and an open pathway has no rank."),
    why=(
        "Where there is not room for all, the order says who is served first. People who come by a pathway "
        "without a rank would be first or last by accident."
    ),
    wrong=("pathways:\n  social-contact: {capacity_rank: ~}\n"),
    right=("pathways:\n  social-contact: {capacity_rank: 2}\n"),
    source="Seattle and the California grant serve people diverted from arrest first",
)
READS: tuple[str, ...] = (
    "pathways",
    "services",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each open pathway without a rank, where the list goes by it."""
    waiting = subject.program.services.waiting_list
    if waiting is None or "pathway_rank" not in waiting.order:
        return
    for name, pathway in open_doors(subject.program).items():
        severity = subject.weigh(("pathways", name, "capacity_rank"), CODE.severity)
        if pathway.capacity_rank is None and severity is not None:
            yield CODE.at(
                subject.key("pathways", name),
                subject.span("services", "waiting_list", "order"),
                message=f'The waiting list goes by the rank of the pathways, and "{name}" has none.',
                remedy="Say capacity_rank: 1 for those served first, 2 for the next, and so on.",
                severity=severity,
                path=f"pathways.{name}.capacity_rank",
            )
