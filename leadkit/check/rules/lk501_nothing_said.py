"""LK501: a field that must be given or explained, and is neither."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from leadkit.check.ask.absence import UNWRITTEN
from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.roles.role import CaseManagementRole

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK501",
    name="nothing-said",
    severity=Severity.ERROR,
    summary="A field that the agreement depends on is absent, and nothing says why; or a list is written and empty.",
    why="Not decided yet, not known from the sources, and decided that there is none are three different things, and "
    "the documents print them differently. leadkit never fills a gap and never passes over one in silence.",
    wrong="agreement:\n  term: ~\n",
    right="open:\n  agreement.term: {why: undecided, question: How long does the agreement run?, "
    "owner: county-prosecutor, due: 2027-01-15}\n",
)
READS: tuple[str, ...] = ("open",)
ELSEWHERE = frozenset({
    ("procedure", "clocks", "starts"),  # LK416
    ("eligibility", "warrants", "action"),  # LK422
    ("eligibility", "warrants", "counsel_note"),  # LK422
})  # fmt: skip
"""Fields of a collection whose absence has a code of its own, which says more: section, collection and field."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each expected field that is absent without a word about it, and for each empty list."""
    yield from _absent(subject)
    yield from _emptied(subject)


def _absent(subject: Subject) -> Iterator[Diagnostic]:
    from leadkit.model.walk import silences, silences_of

    entry = _entry(subject)
    sections = silences_of(subject.program, ())
    for place in (*sections, *subject.standing.each_section(silences)):
        if (*place.path[:2], place.path[-1]) in ELSEWHERE or subject.explained(place.path):
            continue
        if place.path == CASELOAD and _told_by_a_role(subject):
            continue
        path = ".".join(str(step) for step in place.path)
        yield CODE.at(
            subject.key(*place.path),
            message=f'Nothing is said about "{path}".',
            remedy=f"Give it: {place.field.description} Or say why it is absent: add this line under open, and "
            "correct it.",
            correction=f"{path}: {entry}",
            path=path,
        )


def _emptied(subject: Subject) -> Iterator[Diagnostic]:
    """A finding for each list that is written and holds nothing, where silence would mean the same.

    Who empties a list of what is allowed may mean that nothing is; the model reads that everything is.
    """
    from leadkit.model.walk import emptied

    for place in subject.standing.each_section(emptied):
        if subject.explained(place.path):
            continue
        path = ".".join(str(step) for step in place.path)
        yield CODE.at(
            subject.key(*place.path),
            message=f'"{path}" is an empty list, which says nothing.',
            remedy=f"Write what belongs there, or take the line out: {place.field.description}",
            path=path,
        )


CASELOAD = ("services", "caseload_ratio")


def _told_by_a_role(subject: Subject) -> bool:
    """Whether the caseload, or why there is none, is told where case management is described."""
    managing = [name for name, role in subject.program.roles.items() if isinstance(role, CaseManagementRole)]
    return any(subject.has("roles", name, "caseload") or subject.said(("roles", name, "caseload")) for name in managing)


def _entry(subject: Subject) -> str:
    """An entry that can be pasted under ``open`` and then corrected.

    Who describes a program from outside can only say where they looked; who plans one says who will decide. A year is
    proposed for the decision, since a pasted entry must be one that leadkit reads.
    """
    program = subject.program
    if program.program.compiled_from_public_sources and program.sources:
        return f"{{why: undocumented, looked_in: [{next(iter(program.sources))}]}}"
    year = subject.jurisdiction.as_of.year
    due = f", due: {year + 1}" if year > date.min.year else ""
    return f'{{why: undecided, question: "{UNWRITTEN}", owner: "{UNWRITTEN}"{due}}}'
