"""LK510: a signature by somebody who is no party."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK510",
    name="signature-of-no-party",
    severity=Severity.ERROR,
    summary="A signature line is for a party that has withdrawn or declined.",
    why="Only a party can bind itself. A line for somebody else invites a signature that binds nobody.",
    wrong=("agreement:\n  parties:\n    bridgeway: {status: withdrawn, withdrew_on: 2023-12-01}\n"),
    right=("agreement:\n  parties:\n    bridgeway: {status: joined}\n"),
)
READS: tuple[str, ...] = ("agreement",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each signature by a party that does not join."""
    parties = subject.program.agreement.parties
    for name, signature in subject.program.agreement.signatures.items():
        party = parties.get(signature.party)
        gone = party is not None and party.status is not None and party.status.value in ("withdrawn", "declined")
        if gone and signature.status is not None and signature.status.value != "declined":
            yield CODE.at(
                subject.span("agreement", "signatures", name, "party"),
                subject.span("agreement", "parties", signature.party, "status"),
                message=f'"{name}" is a signature of "{signature.party}", which does not take part.',
                remedy="End the signature on the day the party left, or correct the party's status.",
                path=f"agreement.signatures.{name}",
            )
