"""Who charges an offence, by its level and its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.check.ask.law import cited
from leadkit.check.ask.pathways import meant
from leadkit.values.level import Level

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.eligibility.offences import Offence
    from leadkit.model.roles.role import ChargingAuthorityRole
    from leadkit.model.root import Program


def charging_roles(program: Program) -> dict[str, ChargingAuthorityRole]:
    """The roles that charge, by id."""
    from leadkit.model.roles.role import ChargingAuthorityRole

    return {name: role for name, role in program.roles.items() if isinstance(role, ChargingAuthorityRole)}


def levels_of(subject: Subject, offence: Offence) -> set[Level]:
    """The levels at which an offence may be charged: those the program names, else those of its law."""
    if offence.levels:
        return set(offence.levels)
    law = cited(subject, offence.law)
    return {band.level for band in law.bands if band.level is not None} if law else set()


def charged(subject: Subject, offence: str, level: Level, area: str) -> bool:
    """Whether a role charges the offence there, or an officer files it."""
    program = subject.program
    for role in charging_roles(program).values():
        if meant(role.levels, level) and subject.geography.reached(area, role.areas):
            return True
    for handling in program.procedure.charge_handling.values():
        by_officer = handling.filer == "officer" or level in (Level.CIVIL, Level.INFRACTION)
        if by_officer and meant(handling.levels, level) and meant(handling.offences, offence):
            return True
    return False
