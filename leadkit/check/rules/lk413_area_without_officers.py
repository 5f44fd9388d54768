"""LK413: an area in which nobody refers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.absence import weight_if_said
from leadkit.check.ask.life import takes_referrals
from leadkit.check.ask.pathways import BY_OFFICERS, open_pathways
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK413",
    name="area-without-officers",
    severity=Severity.ERROR,
    summary="A pathway at which officers meet people covers an area that no agency refers from.",
    why="In such an area the program exists on paper only: no officer there may offer it.",
    wrong=(
        "areas:\n  unincorporated: {agencies: [bridgeway]}\nroles:\n  county-referrals: {areas: sample-river-land}\n"
    ),
    right=("areas:\n  unincorporated: {agencies: county-sheriff}\n"),
)
READS: tuple[str, ...] = ("areas", "agencies", "roles", "pathways")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each area of an officers' pathway in which none of its agencies refers."""
    program = subject.program
    if not takes_referrals(subject):
        return
    referring = [role for role in program.roles.values() if role.kind == "referring_agency"]
    for name, pathway in open_pathways(program, BY_OFFICERS).items():
        for area in pathway.areas:
            declared = program.areas.get(area)
            if declared is None or not pathway.agencies:
                continue
            serving = set(declared.agencies).intersection(pathway.agencies)
            by_role = any(
                set(role.agencies).intersection(pathway.agencies) and subject.geography.reached(area, role.areas)
                for role in referring
            )
            severity = (
                CODE.severity
                if declared.agencies
                else weight_if_said(subject, ("areas", area, "agencies"), CODE.severity)
            )
            if serving or by_role or severity is None:
                continue
            yield CODE.at(
                subject.key("areas", area),
                subject.span("pathways", name, "areas"),
                message=f'"{name}" covers "{area}", but no agency refers from there.',
                remedy="Name it under areas or in a referring_agency role, or take the area out of the pathway.",
                severity=severity,
                path=f"areas.{area}",
            )
