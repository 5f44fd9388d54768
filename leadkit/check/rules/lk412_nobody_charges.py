"""LK412: an offence that nobody charges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.absence import weight_of_missing
from leadkit.check.ask.charging import charged, charging_roles, levels_of
from leadkit.check.ask.life import takes_referrals
from leadkit.check.ask.pathways import ARREST, meant, open_pathways
from leadkit.diagnostic import Code, Diagnostic, Severity, listed
from leadkit.values.level import Level

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK412",
    name="nobody-charges",
    severity=Severity.ERROR,
    summary="An offence may be diverted, but no office charges it at its level in an area of the program.",
    why=(
        "Somebody decides what becomes of the charge. Two prosecutors may share a county by level and by "
        "place; where neither has an offense, no diversion can end its charge."
    ),
    wrong="roles:\n  misdemeanor-charging: {levels: misdemeanor}\n"
    "procedure:\n  charge_handling:\n    misdemeanors: {filer: misdemeanor-charging}\n",
    right="roles:\n  misdemeanor-charging: {levels: [misdemeanor, gross_misdemeanor]}\n"
    "procedure:\n  charge_handling:\n    misdemeanors: {filer: misdemeanor-charging}\n",
)
READS: tuple[str, ...] = ("areas", "roles", "pathways", "eligibility", "procedure", "law")

_LEVEL = {
    Level.INFRACTION: "an infraction",
    Level.VIOLATION: "a violation",
    Level.CIVIL: "a civil infraction",
    Level.MISDEMEANOR: "a misdemeanor",
    Level.GROSS_MISDEMEANOR: "a gross misdemeanor",
    Level.FELONY: "a felony",
    Level.NONE: "conduct that is no offense",
}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each offence, level and area without a charging authority."""
    program = subject.program
    pathways = open_pathways(program, ARREST)
    charging = charging_roles(program)
    if not pathways or not takes_referrals(subject) or not charging:
        return
    if any(role.levels == () and subject.said(("roles", name, "levels")) for name, role in charging.items()):
        return
    severity = weight_of_missing(subject, "roles", CODE.severity)
    areas = sorted({area for pathway in pathways.values() for area in pathway.areas if area in program.areas})
    for name, offence in program.eligibility.offences.items():
        if offence.excluded or not any(meant(offence.pathways, pathway) for pathway in pathways):
            continue
        for level in sorted(levels_of(subject, offence), key=lambda one: one.value):
            missing = [area for area in areas if meant(offence.areas, area) and not charged(subject, name, level, area)]
            if missing and severity is not None:
                yield CODE.at(
                    subject.key("eligibility", "offences", name),
                    message=f'Nobody charges "{name}" as {_LEVEL[level]} in {listed(missing)}.',
                    remedy="Give a charging_authority role this level and area, or name the officer as filer under "
                    "procedure.charge_handling.",
                    severity=severity,
                    path=f"eligibility.offences.{name}",
                )
