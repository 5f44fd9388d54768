"""LK455: a charge waits for an event that its clock does not run to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK455",
    name="charge-outlives-its-clock",
    severity=Severity.WARNING,
    summary=("A charge is held for a deadline, and ends on an event that the deadline does not run to."),
    why=(
        "When intake ends the charge, the deadline runs to intake; when engagement ends it, to engagement. "
        "Where the two differ nobody can tell a participant on which day the charge is over."
    ),
    wrong=("procedure:\n  charge_handling:\n    misdemeanors: {release_event: assessment_and_treatment}\n"),
    right=("procedure:\n  charge_handling:\n    misdemeanors: {release_event: intake}\n"),
    source="Bangor, Santa Fe, Clackamas and New York City end the charge on four different events",
)
READS: tuple[str, ...] = ("procedure",)


ENDS = {
    "diverted": frozenset({"handoff", "acceptance", "referral"}),
    "intake": frozenset({"intake_completed", "assessment_completed"}),
    "intake_and_plan": frozenset({"plan_agreed"}),
    "assessment_and_treatment": frozenset({"treatment_followed"}),
    "engagement": frozenset({"engagement_shown", "care_contact"}),
}
"""The events of a clock that each end of a charge may rest on."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each charge whose clock, and the clocks after it, run to other events."""
    procedure = subject.program.procedure
    for name, handling in procedure.charge_handling.items():
        ends = ENDS.get(handling.release_event.value) if handling.release_event else None
        if ends is None or handling.held_for is None:
            continue
        events = set(_events(subject, handling.held_for))
        if events and not events & ends:
            path = ("procedure", "charge_handling", name)
            yield CODE.at(
                subject.span(*path, "release_event"),
                subject.span("procedure", "clocks", handling.held_for, "until"),
                message=f'The charge under "{name}" ends on {_words(handling.release_event)}, '
                f'but "{handling.held_for}" does not run to it.',
                remedy="Correct release_event, or hold the charge for the clock that runs to it.",
                path=".".join((*path, "release_event")),
            )


def _events(subject: Subject, name: str | None) -> Iterator[str]:
    """The events to which a clock and those after it run."""
    clocks, seen = subject.program.procedure.clocks, set[str]()
    while name is not None and name in clocks and name not in seen:
        seen.add(name)
        until = clocks[name].until
        if until is not None:
            yield until.value
        name = clocks[name].then


def _words(event: object) -> str:
    return str(event).replace("_", " ")
