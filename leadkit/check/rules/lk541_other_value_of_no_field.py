"""LK541: what another source says, of a field that is not there or says the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity, nearest
from leadkit.model.base import Item
from leadkit.model.walk import objects
from leadkit.source.tree import Sequence, Text, find

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.walk import Path

CODE = Code(
    code="LK541",
    name="other-value-of-no-field",
    severity=Severity.ERROR,
    summary="Other values are given for a field that the object does not have, or they are the value that it has.",
    why="A reader is to see what is said here beside what another source says instead. A rival of no field is printed "
    "nowhere, and one that says the same is no dispute.",
    wrong="agencies:\n"
    "  bridgeway: {confidence: disputed, other_values: {legal_nmae: [{value: Bridgeway Inc., sources: EX-1}]}}\n",
    right="agencies:\n"
    "  bridgeway: {confidence: disputed, other_values: {legal_name: [{value: Bridgeway Inc., sources: EX-1}]}}\n",
)
READS: tuple[str, ...] = ()


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each field under other_values that is none of the object's, or has this very value."""
    for path, value in subject.standing.each_section(objects):
        if not isinstance(value, Item):
            continue
        for field, others in value.other_values.items():
            here = (*path, "other_values", field)
            if field not in type(value).model_fields:
                yield _no_field(subject, here, nearest(field, type(value).model_fields))
            elif any(other.value in _written(subject, (*path, field)) for other in others):
                yield CODE.at(
                    subject.key(*here),
                    subject.span(*path, field),
                    message=f'Another value of "{field}" is the value that is given.',
                    remedy="Keep under other_values only what another source says instead.",
                    path=".".join(map(str, here)),
                )


def _no_field(subject: Subject, path: Path, meant: str | None) -> Diagnostic:
    return CODE.at(
        subject.key(*path),
        message=f'"{path[-1]}" under other_values is no field beside it.',
        remedy=f'Did you mean "{meant}"?' if meant else "Name the field whose value the sources dispute.",
        path=".".join(map(str, path)),
    )


def _written(subject: Subject, path: Path) -> tuple[str, ...]:
    """The value of a field as it is written; of a list, each of its values."""
    node = find(subject.standing.resolution.root, path)
    if isinstance(node, Sequence):
        return tuple(item.value or "" for item in node.items if isinstance(item, Text))
    return (node.value or "",) if isinstance(node, Text) else ()
