"""LK456: a second deadline that no first one leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK456",
    name="clock-nobody-starts",
    severity=Severity.ERROR,
    summary=("A deadline begins when the one before it ends, and no deadline leads to it."),
    why=(
        "Two deadlines in a row are a first and a second: seven days to intake, then thirty to show "
        "engagement. A second one without a first never begins."
    ),
    wrong=("procedure:\n  clocks:\n    intake: {then: ~}\n"),
    right=("procedure:\n  clocks:\n    intake: {then: follow-up}\n"),
    source="Staten Island HOPE gives seven days, then thirty more",
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each clock that starts with the end of another and follows none."""
    clocks = subject.program.procedure.clocks
    led_to = {clock.then for clock in clocks.values()}
    for name, clock in clocks.items():
        if clock.starts == "previous_clock" and name not in led_to:
            yield CODE.at(
                subject.span("procedure", "clocks", name, "starts"),
                message=f'"{name}" begins when the deadline before it ends, but none leads to it.',
                remedy=f"Write then: {name} in the deadline that comes before, or name the event that starts it.",
                path=f"procedure.clocks.{name}.starts",
            )
