"""LK445: a role held by the other side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.agencies.kinds import JUSTICE, AgencyType, Side
from leadkit.model.roles.kinds import RoleKind

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.agencies.agency import Agency

CODE = Code(
    code="LK445",
    name="role-of-another-side",
    severity=Severity.ERROR,
    summary="A role is held by an agency that stands on another side.",
    why=(
        "Whoever accuses cannot defend, and whoever serves a person can neither charge nor supervise that person. An "
        "agreement that gives one agency both gives a participant nobody to trust."
    ),
    wrong=("roles:\n  defense: {agencies: [county-prosecutor]}\n"),
    right=("roles:\n  defense: {agencies: [public-defender]}\n"),
)
READS: tuple[str, ...] = ("roles", "agencies")


_SERVES = frozenset(
    {
        AgencyType.CASE_MANAGEMENT_PROVIDER,
        AgencyType.TREATMENT_PROVIDER,
        AgencyType.HARM_REDUCTION,
        AgencyType.HOUSING_PROVIDER,
        AgencyType.OUTREACH,
        AgencyType.PEER_SERVICES,
    }
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each agency that holds a role of another side."""
    agencies = subject.program.agencies
    for name, role in subject.program.roles.items():
        for index, holder in enumerate(role.agencies):
            agency = agencies.get(holder)
            if agency is None or not _contradicts(role.kind, agency):
                continue
            yield CODE.at(
                subject.span("roles", name, "agencies", index),
                subject.span("agencies", holder, "type"),
                message=f'"{holder}" is a {agency.type.value.replace("_", " ")}, and cannot hold "{name}".',
                remedy="Correct the agency, its type, or the kind of the role.",
                path=f"roles.{name}.agencies",
            )


def _contradicts(kind: RoleKind, agency: Agency) -> bool:
    serves, side = agency.type in _SERVES, agency.side
    if kind is RoleKind.DEFENSE:
        return side in JUSTICE
    if kind is RoleKind.CHARGING_AUTHORITY:
        return serves or side in (Side.DEFENSE, Side.BUSINESS)
    return kind is RoleKind.SUPERVISION_AGENCY and (serves or side in (Side.DEFENSE, Side.BUSINESS))
