"""LK437: an agency that the program depends on and that has not joined."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.life import takes_referrals
from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.agreement.execution import SignatureStatus

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK437",
    name="unsigned-but-needed",
    severity=Severity.WARNING,
    summary="An agency has a part that the program depends on, and has not joined or signed the agreement.",
    why=("A program may begin before everybody has signed. Until then nothing binds the agency that others rely on."),
    wrong=("agreement:\n  parties:\n    county-prosecutor: {status: approving}\n"),
    right=("agreement:\n  parties:\n    county-prosecutor: {status: joined}\n"),
)
READS: tuple[str, ...] = ("roles", "agreement", "pathways")


NEEDED = frozenset({"referring_agency", "charging_authority", "case_management", "project_manager"})


_UNSIGNED = (SignatureStatus.PENDING, SignatureStatus.DECLINED)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each party that holds a needed role and is not bound on the day."""
    program = subject.program
    if not takes_referrals(subject):
        return
    holders = {agency: name for name, role in program.roles.items() if role.kind in NEEDED for agency in role.agencies}
    unsigned = {one.party for one in program.agreement.signatures.values() if one.status in _UNSIGNED}
    for name, party in program.agreement.parties.items():
        waiting = party.status is not None and party.status.value in ("proposed", "approving", "suspended")
        waiting = waiting or name in unsigned
        later = party.binds_from is not None and party.binds_from.begun(subject.on) is False
        if party.agency in holders and (waiting or later):
            yield CODE.at(
                subject.key("agreement", "parties", name),
                subject.key("roles", holders[party.agency]),
                message=f'"{party.agency}" holds the role "{holders[party.agency]}", but is not bound yet.',
                remedy="Say what happens until it joins, or name another agency for the role.",
                path=f"agreement.parties.{name}",
            )
