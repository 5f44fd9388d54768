"""Every amount, date, sum and stretch of time of a clause tree: its value is that of the field which it names."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from leadkit.documents.tree.blocks import Box
from leadkit.documents.tree.document import Document
from leadkit.documents.tree.inline import Value
from leadkit.documents.tree.plain import base_text, inline_text
from leadkit.documents.tree.trace import walk
from leadkit.model.root import Program
from leadkit.values.dates import PartialDate
from leadkit.values.quantities import Amount, Duration, Money
from tests.documents.consistency.said import DURATION, amount, durations

OF_LAW = {
    ("part2-notice", (3, "year")): "How far back an account of disclosures goes: 42 CFR 2.25(a).",
}
"""Stretches of time that a clause of leadkit's own states, each with the law that sets it."""


def untraced(document: Document, kind: str) -> Iterator[str]:
    """The stretches of time that come from no field, and that no law sets either."""
    boxes = {inline_text(line) for node in walk(document) if isinstance(node, Box) for line in node.lines}
    for article in document.articles:
        for clause in article.clauses:
            text, spans = base_text(clause)
            for found in DURATION.finditer(text):
                line = text[text.rfind("\n", 0, found.start()) + 1 :].partition("\n")[0]
                traced = any(span.start < found.end() and found.start() < span.end for span in spans)
                if not traced and line not in boxes and (kind, durations(found[0])[0]) not in OF_LAW:
                    yield f"{clause.id}: {found[0]}"


def altered(document: Document, program: Program) -> Iterator[str]:
    """The values that are printed otherwise than their fields have them."""
    for node in walk(document):
        if isinstance(node, Value) and node.path and not _same(field(program, node.path), node.text):
            yield f"{node.path}: {node.text}"


def field(program: object, path: str) -> object:
    """What stands at a path; None where it leads into something that is no part of the program."""
    value = program
    for step in path.split("."):
        if isinstance(value, BaseModel):
            names = {info.alias or name: name for name, info in type(value).model_fields.items()}
            value = getattr(value, names.get(step, step), None)
        elif isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, tuple):
            value = value[int(step)] if step.isdigit() and int(step) < len(value) else None
        else:
            return None
    return value


def _same(value: object, told: str) -> bool:
    if isinstance(value, Duration):
        return durations(told) == durations(str(value))
    if isinstance(value, Amount):
        return amount(told) == value
    if isinstance(value, Money):
        return told == f"${value.dollars:,}"
    if isinstance(value, PartialDate):
        return str(value.first.year) in told and (not value.is_day or f" {value.first.day}, " in told)
    return True
