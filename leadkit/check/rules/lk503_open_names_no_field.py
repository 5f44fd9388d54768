"""LK503: an entry under open for a field that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, get_origin

from leadkit.diagnostic import Code, Diagnostic, Severity, nearest
from leadkit.model.walk import ANY

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.walk import Path

CODE = Code(
    code="LK503",
    name="open-names-no-field",
    severity=Severity.ERROR,
    summary="An entry under open is for a field that a program does not have.",
    why="An open entry stands where a value is missing. One that names no field explains nothing, and the gap it was "
    "meant for goes unexplained.",
    wrong="open:\n  agreement.terms: {why: undecided, question: How long?, owner: convener, due: 2027-01-15}\n",
    right="open:\n  agreement.assignment: {why: undecided, question: May a party assign?, owner: convener, "
    "due: 2027-01-15}\n",
)
READS: tuple[str, ...] = ("open",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each open entry whose path names no field of the model."""
    from leadkit.model.paths import annotation_at
    from leadkit.model.root import Program

    for path in subject.program.open:
        steps = subject.steps(path)
        if steps[-1] == ANY:
            yield _every_object(subject, path)
            continue
        if annotation_at(Program, steps) is None:
            yield _finding(subject, path, steps)
        elif missing := _of_nothing(subject, steps):
            yield _missing_owner(subject, path, *missing)


def _of_nothing(subject: Subject, steps: Path) -> tuple[str, str] | None:
    """The collection and the id on the way that it does not declare; the last step may be what is absent."""
    from leadkit.model.paths import annotation_at
    from leadkit.model.root import Program
    from leadkit.model.walk import unwrap

    for length in range(1, len(steps) - 1):
        collection, name = ".".join(map(str, steps[:length])), str(steps[length])
        core, _ = unwrap(annotation_at(Program, steps[:length]))
        if get_origin(core) is not dict or ANY in steps[: length + 1]:
            continue
        if name not in subject.declared(collection) and not subject.unread(collection, name):
            return collection, name
    return None


def _missing_owner(subject: Subject, path: str, collection: str, name: str) -> Diagnostic:
    """The finding about a field of something that is not declared."""
    meant = nearest(name, subject.declared(collection))
    return CODE.at(
        subject.key("open", path),
        message=f'"{path}" is a field of nothing: there is no "{name}" under {collection}.',
        remedy=f'Did you mean "{meant}"?' if meant else "Declare it there, or correct the path.",
        path=path,
    )


def _every_object(subject: Subject, path: str) -> Diagnostic:
    return CODE.at(
        subject.key("open", path),
        message=f'"{path}" names every object there, and no field of them.',
        remedy="Name the field after it, or leave * out to speak for the whole collection.",
        path=path,
    )


def _finding(subject: Subject, path: str, steps: Path) -> Diagnostic:
    from leadkit.model.paths import annotation_at, fields_at
    from leadkit.model.root import Program

    for length, step in enumerate(steps):
        known = fields_at(Program, steps[:length])
        if known and step not in known:
            nearby = nearest(str(step), known)
            meant = ".".join(map(str, (*steps[:length], nearby, *steps[length + 1 :])))
            return CODE.at(
                subject.key("open", path),
                message=f'"{path}" names no field: there is no "{step}" here.',
                remedy=f'Did you mean "{meant}"?' if nearby else "Correct the path.",
                path=path,
            )
    broken_off = next(step for at, step in enumerate(steps) if annotation_at(Program, steps[: at + 1]) is None)
    return CODE.at(
        subject.key("open", path),
        message=f'"{path}" names no field: there is no "{broken_off}" here.',
        remedy="Correct the path.",
        path=path,
    )
