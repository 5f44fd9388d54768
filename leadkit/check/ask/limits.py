"""Which legal limits bind a clock of the program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.model.events import Event

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.procedure.clocks import Clock
    from leadkit.values.quantities import Duration

_INTAKE = frozenset({Event.INTAKE_COMPLETED, Event.ASSESSMENT_COMPLETED})


def limits_on(subject: Subject, clock: Clock, conditions: frozenset[str]) -> Iterator[tuple[str, Duration]]:
    """Each limit that binds a clock: its citation, and the most that it allows.

    A limit binds where the clock names it, and where it bounds the time to intake and the clock ends there.
    """
    from leadkit.law import bound_by, limits

    program = subject.program
    for key, local in program.law.limits.items():
        most = local.limit.at_most if local.limit else None
        if most is not None and key == clock.limit and bound_by(local.applies_when, conditions):
            yield local.citation, most
    for limit in limits(program.program.state):
        if limit.bound is None or limit.bound.at_most is None or limit.in_force(subject.on) is False:
            continue
        fits = limit.id == clock.limit or (limit.bound.subject == "intake_window" and clock.until in _INTAKE)
        if fits and limit.binds(conditions):
            yield limit.citation, limit.bound.at_most
