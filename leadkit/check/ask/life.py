"""Where a program stands in its life on the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.program.kinds import ProgramStatus

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.root import Program

_OVER = frozenset({ProgramStatus.ENDED, ProgramStatus.TRANSITIONED, ProgramStatus.SUSPENDED})
_BEFORE = frozenset({ProgramStatus.EXPLORING, ProgramStatus.PLANNING})


def planning(program: Program) -> bool:
    """Whether the program, or its agreement, is only being planned."""
    return program.program.status in _BEFORE or program.agreement.stage == "planning"


def takes_referrals(subject: Subject) -> bool:
    """Whether the program takes referrals on the day.

    Where the first or last day is not known, only the day as of which the program is described counts.
    """
    dates = subject.program.program.dates
    described = subject.on >= subject.jurisdiction.as_of
    status = subject.program.program.status
    if status in _BEFORE or (status in _OVER and described):
        return False
    if dates is None or dates.launched is None:
        return described
    if dates.ended is not None and dates.ended.passed(subject.on) is not False:
        return False
    return dates.launched.begun(subject.on) is True
