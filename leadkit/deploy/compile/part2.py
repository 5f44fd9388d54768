"""Whether 42 CFR Part 2 governs records of the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.deploy.codes import PART2_UNDECIDED
from leadkit.model.agencies.kinds import HipaaStatus
from leadkit.model.roles.kinds import RoleKind
from leadkit.model.sharing.releases import Coverage
from leadkit.model.sharing.vocabulary import RegimeKind, Sensitivity

if TYPE_CHECKING:
    from leadkit.deploy.compile.bench import Bench

_CARE = frozenset({RoleKind.CASE_MANAGEMENT, RoleKind.OUTREACH, RoleKind.PEER_SUPPORT})


def part2_of(bench: Bench) -> bool:
    """Whether 42 CFR Part 2 governs records of the service; what is not decided counts as yes."""
    program = bench.program
    if (
        any(HipaaStatus.PART2_PROGRAM in agency.hipaa_status for agency in program.agencies.values())
        or any(regime.kind is RegimeKind.PART2 for regime in program.sharing.regimes.values())
        or any(
            each.sensitivity in (Sensitivity.PART2, Sensitivity.PART2_NOTES)
            for each in program.sharing.categories.values()
        )
        or any(
            (release.covers or Coverage.RESEARCH).startswith("part2") for release in program.sharing.releases.values()
        )
    ):
        return True
    caring = [each for role in program.roles.values() if role.kind in _CARE for each in role.agencies]
    unsaid = [
        each
        for each in dict.fromkeys(caring)
        if each not in program.agencies or not program.agencies[each].hipaa_status
    ]
    if not unsaid and caring:
        return False
    who = ", ".join(unsaid) or "any agency that cares for participants"
    bench.find(
        PART2_UNDECIDED.at(
            bench.subject.key("agencies", *unsaid[:1]),
            message=f"Nothing says whether 42 CFR Part 2 governs {who}; the service takes it that it does.",
            remedy="Write hipaa_status of the agency, once counsel has decided.",
            path=f"agencies.{unsaid[0]}.hipaa_status" if unsaid else "agencies",
        )
    )
    return True
