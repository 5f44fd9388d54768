"""LK496: a catalogue of law that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity, listed, nearest
from leadkit.law import catalogues

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK496",
    name="law-of-no-catalogue",
    severity=Severity.ERROR,
    summary="The program names a catalogue of law that leadkit does not have.",
    why=(
        "Offenses, exclusion sets and limits are looked up in these catalogues. From one that is not there nothing is "
        "found, and no limit of that law binds."
    ),
    wrong=("program:\n  law: [us-zz]\n"),
    right=("program:\n  law: [us-wa]\n"),
)
READS: tuple[str, ...] = ("program",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each name of no catalogue."""
    known = catalogues()
    for index, name in enumerate(subject.program.program.law):
        if name not in known:
            meant = nearest(name, known)
            yield CODE.at(
                subject.span("program", "law", index),
                message=f'leadkit has no catalogue "{name}".',
                remedy=f'Did you mean "{meant}"?'
                if meant
                else f"Use {listed(sorted(known))}, or declare the laws under law.local.",
                path="program.law",
            )
