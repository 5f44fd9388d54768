"""LK457: a pathway reads the letters of the name in a way that the program does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK457",
    name="reading-not-declared",
    severity=Severity.WARNING,
    summary=("A pathway reads the program's letters in a way that the program does not name."),
    why=(
        "A program may read LEAD in two ways, one for officers and one for neighbors. Both readings belong to "
        "the program's name, or the documents of one pathway speak of another program."
    ),
    wrong=("program: {acronym_expansion: law_enforcement_assisted_diversion}\n"),
    right=("program: {acronym_expansion: [law_enforcement_assisted_diversion, let_everyone_advance_with_dignity]}\n"),
    source="Bernalillo County reads the letters in two ways",
)
READS: tuple[str, ...] = (
    "program",
    "pathways",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each pathway with a reading of its own."""
    readings = subject.program.program.acronym_expansion
    for name, pathway in subject.program.pathways.items():
        if readings and pathway.acronym_expansion is not None and pathway.acronym_expansion not in readings:
            yield CODE.at(
                subject.span("pathways", name, "acronym_expansion"),
                subject.span("program", "acronym_expansion"),
                message=f'"{name}" reads the letters of the program\'s name in a way that the program does not.',
                remedy="Add this reading under program.acronym_expansion, or correct it here.",
                path=f"pathways.{name}.acronym_expansion",
            )
