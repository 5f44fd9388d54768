"""LK428: a waiting list by rank, and a pathway without one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.pathways import open_pathways
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK428",
    name="rank-missing",
    severity=Severity.WARNING,
    summary="The waiting list goes by the rank of the pathway, and an open pathway has none.",
    why=("When the case managers are full, the list decides who waits. A pathway without a rank stands nowhere in it."),
    wrong=("pathways:\n  social-contact: {capacity_rank: ~}\nservices:\n  waiting_list: {order: pathway_rank}\n"),
    right=("pathways:\n  social-contact: {capacity_rank: 2}\nservices:\n  waiting_list: {order: pathway_rank}\n"),
    source="Seattle; Cal. Penal Code § 1001.87",
)
READS: tuple[str, ...] = ("pathways", "services")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each open pathway without a rank."""
    waiting = subject.program.services.waiting_list
    if waiting is None or "pathway_rank" not in {one.value for one in waiting.order}:
        return
    for name, pathway in open_pathways(subject.program).items():
        severity = subject.weigh(("pathways", name, "capacity_rank"), CODE.severity)
        if pathway.capacity_rank is None and severity is not None:
            yield CODE.at(
                subject.key("pathways", name),
                subject.span("services", "waiting_list", "order"),
                message=f'The waiting list goes by pathway, but "{name}" has no rank.',
                remedy="Say capacity_rank: 1 for the pathway that comes first, and so on.",
                severity=severity,
                path=f"pathways.{name}.capacity_rank",
            )
