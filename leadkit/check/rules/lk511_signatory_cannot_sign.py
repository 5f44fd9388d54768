"""LK511: a signature by an agency that cannot sign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK511",
    name="signatory-cannot-sign",
    severity=Severity.ERROR,
    summary="An agency that cannot sign for itself signs, and nobody above it can.",
    why=(
        "A department binds nobody unless its government lets it sign. A signature without that power "
        "leaves the agreement without a party."
    ),
    wrong=("agencies:\n  bridgeway: {can_sign: no}\n"),
    right=("agencies:\n  bridgeway: {can_sign: yes}\n"),
)
READS: tuple[str, ...] = ("agencies", "agreement")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each signature by an agency that cannot sign and has no parent that can."""
    agencies, parties = subject.program.agencies, subject.program.agreement.parties
    for name, signature in subject.program.agreement.signatures.items():
        party = parties.get(signature.party)
        agency = agencies.get(party.agency) if party else None
        if party is None or agency is None or agency.can_sign is not False:
            continue
        parent = agencies.get(agency.parent) if agency.parent else None
        if parent is None or parent.can_sign is False:
            yield CODE.at(
                subject.span("agreement", "signatures", name, "party"),
                subject.span("agencies", party.agency, "can_sign"),
                message=f'"{party.agency}" signs, but it cannot sign and no government above it signs for it.',
                remedy="Let the government sign (signs_for), or say can_sign: yes where the law lets it sign.",
                path=f"agreement.signatures.{name}",
            )
