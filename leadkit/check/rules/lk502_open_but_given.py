"""LK502: a field that is called open although it has a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK502",
    name="open-but-given",
    severity=Severity.ERROR,
    summary="A field is listed under open although it has a value.",
    why="A document cannot print a value and a box that says the value is missing. One of the two is out of date.",
    wrong="open:\n  program.name: {why: undecided, question: What is it called?, owner: convener, due: 2027-01-15}\n",
    right="open: {}\n",
)
READS: tuple[str, ...] = ("open",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each open entry whose field has a value on the day."""
    for path, entry in subject.program.open.items():
        if not entry.holds(subject.on):
            continue
        steps = subject.steps(path)
        if subject.has(*steps) and subject.span(*steps) != subject.key(*steps):
            yield CODE.at(
                subject.key("open", path),
                subject.span(*steps),
                message=f'"{path}" is listed as open, but it has a value.',
                remedy="Take the entry under open out, or take the value out.",
                path=path,
            )
