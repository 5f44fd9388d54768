"""LK513: a government that signs without an approval."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK513",
    name="approval-missing",
    severity=Severity.WARNING,
    summary="A government signs, and no approval by its governing body is recorded.",
    why=(
        "A mayor or a chair mostly signs what a council or a board has approved first. Some governments "
        "act by ordinance, and their signature alone binds nothing."
    ),
    wrong=(
        "agreement:\n"
        "  approvals: {city-ordinance: {parties: [sampleton-police, city-attorney]}, city-ordinance-1: "
        "{parties: sampleton-police}, city-ordinance-2: {parties: sampleton-police}}\n"
    ),
    right=(
        "agreement:\n"
        "  approvals: {city-ordinance: {parties: [sampleton-government, sampleton-police, city-attorney]}}\n"
    ),
)
READS: tuple[str, ...] = ("agencies", "agreement")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each government among the parties for which no approval is recorded."""
    agreement, agencies = subject.program.agreement, subject.program.agencies
    if agreement.approvals == {} and subject.explained(("agreement", "approvals")):
        return
    approved = {party for approval in agreement.approvals.values() for party in approval.parties}
    signing = {signature.party for signature in agreement.signatures.values()}
    for name, party in agreement.parties.items():
        agency = agencies.get(party.agency)
        governs = agency is not None and agency.form is not None and agency.form.value in ("government", "tribe")
        if governs and name in signing and name not in approved:
            yield CODE.at(
                subject.key("agreement", "parties", name),
                message=f'"{name}" is a government, and no approval by its governing body is recorded.',
                remedy="Add it under agreement.approvals: its body, kind, number and date, or status: needed.",
                path=f"agreement.parties.{name}",
            )
