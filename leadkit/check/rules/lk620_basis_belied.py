"""LK620: a basis that what is shared, or who shares it, belies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.recipients import agencies_of
from leadkit.diagnostic import Code, Diagnostic, Severity, listed
from leadkit.model.agencies.kinds import AgencyType
from leadkit.model.sharing.vocabulary import Detail, Sensitivity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.sharing.flows import Flow

CODE = Code(
    code="LK620",
    name="basis-belied",
    severity=Severity.ERROR,
    summary="A flow is said to be lawful for a reason that cannot be true of what it carries, or of who sends it.",
    why=(
        "A record is public because a law opened it, and never because a program says so. The name of a person and "
        "the corner where they sleep are not public, and a name shows somebody whatever the form says."
    ),
    wrong="sharing:\n  flows:\n    case-status-to-care: {categories: [case-status, location]}\n",
    right="sharing:\n  flows:\n    case-status-to-care: {categories: case-status}\n",
)
READS: tuple[str, ...] = ("roles", "agencies", "governance", "sharing")


NAMING = frozenset({Sensitivity.IDENTITY, Sensitivity.LOCATION, Sensitivity.VICTIM, Sensitivity.PART2_NOTES})
"""What shows a person by being told at all."""
OF_NEIGHBORS = frozenset(
    {
        AgencyType.BID,
        AgencyType.CHAMBER,
        AgencyType.FAITH,
        AgencyType.NEIGHBORHOOD_GROUP,
        AgencyType.CIVIL_RIGHTS,
        AgencyType.ADVOCACY,
    }
)
"""Agencies that know of people what any neighbor knows."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each flow whose basis cannot hold."""
    for name, flow in subject.program.sharing.flows.items():
        belied = _belied(subject, flow)
        if belied:
            yield CODE.at(
                subject.span("sharing", "flows", name, "basis"),
                message=f'"{name}" cannot be lawful as it says: {belied}.',
                remedy="Name the release, statute or order that lets it be shared, or take it out of the flow.",
                path=f"sharing.flows.{name}.basis",
            )


def _belied(subject: Subject, flow: Flow) -> str | None:
    """Why the basis of a flow cannot hold; None where it may."""
    kind = flow.basis.kind if flow.basis is not None else None
    if kind == "public_record":
        closed = [one for one in flow.categories if _sensitivity(subject, one) not in (None, Sensitivity.COURT_CASE)]
        return f"{listed(closed)} is no public record" if closed else None
    if kind == "de_identified":
        naming = [one for one in flow.categories if _sensitivity(subject, one) in NAMING]
        if naming or flow.detail is Detail.FULL:
            return f"{listed(naming) or 'full detail'} shows who the person is"
    if kind == "volunteered":
        bound = [one for one in flow.sender if _bound(subject, one)]
        return f"{listed(bound)} owes silence" if bound else None
    return None


def _sensitivity(subject: Subject, category: str) -> Sensitivity | None:
    declared = subject.program.sharing.categories.get(category)
    return declared.sensitivity if declared is not None else None


def _bound(subject: Subject, sender: str) -> bool:
    """Whether an agency behind a sender serves, polices or decides, and so is bound by law or by the agreement."""
    agencies = subject.program.agencies
    behind = [agencies[one] for one in agencies_of(subject, sender) if one in agencies]
    return any(one.type not in OF_NEIGHBORS for one in behind)
