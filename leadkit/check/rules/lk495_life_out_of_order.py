"""LK495: dates of the program in an impossible order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.program.history import Phase, ProgramDates

CODE = Code(
    code="LK495",
    name="life-out-of-order",
    severity=Severity.ERROR,
    summary="A date in the life of the program lies before one that must come first.",
    why=(
        "Reports, grants and evaluations count from these dates. A program that took referrals before anybody planned "
        "it, or a phase that ends before it starts, makes each of their figures wrong."
    ),
    wrong=("program:\n  dates: {planning_began: 2025-01, launched: 2024-03-04}\n"),
    right=("program:\n  dates: {planning_began: 2022-09, launched: 2024-03-04}\n"),
)
READS: tuple[str, ...] = ("program",)


_ORDER = (
    ("planning_began", "announced"),
    ("planning_began", "mou_signed"),
    ("planning_began", "launched"),
    ("launched", "pilot_end"),
    ("launched", "suspended"),
    ("launched", "ended"),
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each pair of dates of which the later one surely lies before the earlier one."""
    dates = subject.program.program.dates
    if dates is None:
        return
    for earlier, later in _ORDER:
        yield from _compared(subject, (), dates, earlier, later)
    for name, phase in dates.phases.items():
        yield from _compared(subject, ("phases", name), phase, "starts", "ends")


def _compared(
    subject: Subject, inside: tuple[str, ...], of: ProgramDates | Phase, earlier: str, later: str
) -> Iterator[Diagnostic]:
    first, second = getattr(of, earlier), getattr(of, later)
    if first is None or second is None or second.last >= first.first:
        return
    path = ("program", "dates", *inside)
    yield CODE.at(
        subject.span(*path, later),
        subject.span(*path, earlier),
        message=f'"{later}" is {second}, before "{earlier}", {first}.',
        remedy="Correct the wrong one of the two dates.",
        path=".".join((*path, later)),
    )
