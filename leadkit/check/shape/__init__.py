"""Pydantic's errors, as findings on the planner's lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.model.standing import Standing
    from leadkit.source import Source
    from leadkit.source.tree import Node, Step


def empty_values(node: Node, path: tuple[Step, ...] = ()) -> Iterator[Diagnostic]:
    """A finding for each name with nothing after it, also where the field may be absent: it may be half a sentence."""
    from leadkit.check.shape.codes import empty_value
    from leadkit.source.tree import Mapping, Sequence, Text

    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from empty_values(item, (*path, index))
    elif isinstance(node, Mapping):
        for name, entry in node.entries.items():
            if isinstance(entry.value, Text) and entry.value.value is None:
                yield empty_value(entry.key.span, (*path, name))
            else:
                yield from empty_values(entry.value, (*path, name))


def shape_findings(standing: Standing, source: Source) -> Iterator[Diagnostic]:
    """A finding for each error of shape in a program on one day."""
    if not standing.errors:
        return
    from leadkit.check.shape.codes import MISSING_FIELD
    from leadkit.check.shape.fault import fault_of
    from leadkit.check.shape.meant import accounted_for, meant_fields
    from leadkit.check.shape.sentences import HANDLERS
    from leadkit.source import SourceText

    misspelt = meant_fields(standing)
    texts = {name: SourceText(name, text) for name, text in source.files.items()}
    for error in standing.errors:
        fault = fault_of(error, standing.resolution.root, texts)
        # a field that holds on other days only is not missing: the program of this day is simply not known in full
        known = fault.path in standing.resolution.gone or accounted_for(fault.path, misspelt) or source.incomplete
        finding = HANDLERS[fault.kind](fault)
        if finding.code != MISSING_FIELD.code or not (known or source.base):
            yield finding
