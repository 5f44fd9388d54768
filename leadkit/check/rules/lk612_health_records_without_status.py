"""LK612: health records at an agency of unknown standing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.flows import shows_nobody
from leadkit.check.ask.recipients import agencies_of
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK612",
    name="health-records-without-status",
    severity=Severity.WARNING,
    summary=("An agency receives health or treatment records, and its standing under health-privacy law is not known."),
    why=(
        "Whether an agency is covered by the health-privacy rules decides which agreements must be signed "
        "before the first record moves."
    ),
    wrong=("agencies:\n  bridgeway: {hipaa_status: none}\n"),
    right=("agencies:\n  bridgeway: {hipaa_status: business_associate}\n"),
    source="45 CFR 160.103; 42 CFR 2.11",
)
READS: tuple[str, ...] = ("roles", "agencies", "governance", "sharing")


HEALTH = frozenset({"health", "part2", "part2_notes"})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each agency without standing that receives such records from another."""
    program = subject.program
    health = {name for name, one in program.sharing.categories.items() if one.sensitivity.value in HEALTH}
    seen: set[str] = set()
    for name, flow in program.sharing.flows.items():
        if not health.intersection(flow.categories) or shows_nobody(flow):
            continue
        for agency in sorted({one for recipient in flow.recipient for one in agencies_of(subject, recipient)}):
            declared = program.agencies.get(agency)
            status = {one.value for one in declared.hipaa_status} if declared is not None else set()
            if declared is not None and status == {"none"} and agency not in seen:
                seen.add(agency)
                yield CODE.at(
                    subject.span("agencies", agency, "hipaa_status"),
                    subject.key("sharing", "flows", name),
                    message=f'"{agency}" receives health records, and has no standing under health-privacy law.',
                    remedy="Let counsel settle what the agency is: business_associate, part2_program, covered_entity.",
                    path=f"agencies.{agency}.hipaa_status",
                )
