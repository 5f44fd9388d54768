"""LK463: the last day to file lies after the limitation period."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.time import surely_longer
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK463",
    name="filed-too-late",
    severity=Severity.ERROR,
    summary=("A charge that is held may be filed later than the law allows."),
    why=(
        "While a charge waits for intake its time runs. Where the last day to file lies after the end of the "
        "limitation period, the presumption that it may still be filed is empty, and victims are told "
        "something untrue."
    ),
    wrong=("procedure:\n  charge_handling:\n    misdemeanors: {last_day_to_file: 14 months}\n"),
    right=("procedure:\n  charge_handling:\n    misdemeanors: {last_day_to_file: 11 months}\n"),
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each charge whose last day to file is surely too late."""
    for name, handling in subject.program.procedure.charge_handling.items():
        last, period = handling.last_day_to_file, handling.limitation_period
        if last is not None and period is not None and surely_longer(last, period):
            path = ("procedure", "charge_handling", name)
            yield CODE.at(
                subject.span(*path, "last_day_to_file"),
                subject.span(*path, "limitation_period"),
                message=f'Under "{name}" a charge may be filed for {last}, but the law allows {period}.',
                remedy="Choose an earlier last day, or correct the limitation period.",
                path=".".join((*path, "last_day_to_file")),
            )
