"""LK414: an area without a case manager."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.life import takes_referrals
from leadkit.check.ask.pathways import open_pathways
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK414",
    name="area-without-case-manager",
    severity=Severity.ERROR,
    summary="A pathway covers an area that no case manager serves.",
    why="The warm handoff is the program. An officer who calls from such an area calls nobody.",
    wrong=(
        "areas:\n"
        "  unincorporated: {case_managers: ~}\n"
        "roles:\n"
        "  case-management: {areas: [sampleton-city, downtown-core, sample-river-land]}\n"
    ),
    right=("areas:\n  unincorporated: {case_managers: bridgeway}\n"),
)
READS: tuple[str, ...] = ("areas", "roles", "pathways")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each area of an open pathway without case management, or with a vacant one."""
    program = subject.program
    if not takes_referrals(subject):
        return
    roles = {name: role for name, role in program.roles.items() if role.kind == "case_management"}
    areas = {area for pathway in open_pathways(program).values() for area in pathway.areas if area in program.areas}
    for area in sorted(areas):
        serving = [name for name, role in roles.items() if subject.geography.reached(area, role.areas)]
        vacant = [name for name in serving if roles[name].status == "vacant"]
        if program.areas[area].case_managers or set(serving) - set(vacant):
            continue
        said = subject.said(("areas", area, "case_managers"))
        yield CODE.at(
            subject.key("areas", area),
            *(subject.key("roles", name) for name in vacant),
            message=f'No case manager serves "{area}"' + (", because the role is vacant." if vacant else "."),
            remedy="Name who serves it under areas or in a case_management role, or take the area out of its pathways.",
            severity=Severity.NOTE if said else Severity.WARNING if vacant else CODE.severity,
            path=f"areas.{area}",
        )
