"""LK502: a field that is called open although it has a value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, get_origin

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.open import has_any
from leadkit.model.walk import ANY, lacking

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.walk import Path

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
        if has_any(path):
            yield from _for_every_id(subject, path)
            continue
        steps = subject.steps(path)
        if subject.has(*steps) and not subject.empty(steps):
            if entry.keeps_value and (not entry.partly or _is_list(steps)):
                continue
            yield CODE.at(
                subject.key("open", path),
                subject.span(*steps),
                message=f'"{path}" is listed as open, but it has a value.',
                remedy="Take the entry under open out, or take the value out. Where it is a list that is known to be "
                "incomplete, say partly: yes; where the value stands until a question is answered, stands: yes.",
                path=path,
            )


def _for_every_id(subject: Subject, path: str) -> Iterator[Diagnostic]:
    """A path with ``*`` explains nothing once every object that it means has a value.

    It is asked on the day of the description alone: on other days the objects that lack it may not be there.
    """
    from leadkit.model.paths import annotation_at
    from leadkit.model.root import Program

    words = path.split(".")
    no_field = words[-1] == ANY or annotation_at(Program, words) is None  # LK503
    if no_field or subject.on != subject.jurisdiction.as_of or any(True for _ in lacking(subject.program, words)):
        return
    yield CODE.at(
        subject.key("open", path),
        message=f'"{path}" is listed as open, but nothing that it means lacks a value.',
        remedy="Take the entry under open out.",
        severity=Severity.WARNING,
        path=path,
    )


def _is_list(steps: Path) -> bool:
    """Whether the field at a path holds a list or a collection."""
    from leadkit.model.paths import annotation_at
    from leadkit.model.root import Program
    from leadkit.model.walk import unwrap

    core, _ = unwrap(annotation_at(Program, steps))
    return get_origin(core) in (tuple, dict)
