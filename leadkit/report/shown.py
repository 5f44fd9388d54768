"""A typed program, printed: each value with what it means and where it comes from."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from pydantic import BaseModel

from leadkit.model.audience import audience_of
from leadkit.model.base import WHOLE, Item
from leadkit.model.eligibility.amounts import Limit
from leadkit.model.ending import read_ending
from leadkit.model.walk import along
from leadkit.report.json import JSON_VERSION
from leadkit.report.terminal import Paint, clean, width
from leadkit.source.tree import Text, find
from leadkit.values.dates import PartialDate
from leadkit.values.quantities import Amount, Unit

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.diagnostic import Span
    from leadkit.model.open import OpenEntry
    from leadkit.model.walk import Path


_COLUMN = 72


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a shown program.

    Attributes:
        path: The path of the value.
        value: Its text; empty for an object, whose fields follow.
        meaning: What the text means where it does not say so itself.
        origins: Where it was written, the layer that holds last; empty for what is absent.
        audience: Who may read it: public, partners or internal.
    """

    path: Path
    value: str
    meaning: str
    origins: tuple[Span, ...]
    audience: str = ""


Absent: TypeAlias = "dict[Path, list[Row]]"
"""The rows of what is not there, by the path of what lacks it."""


def rows_of(subject: Subject, path: Path) -> list[Row]:
    """The rows of a program, or of the part of it at a path, in the order of the model."""
    *_, value = along(subject.program, path)
    rows = _absence_of(subject, path) if value in (None, (), {}) else _rows(subject, value, path, _absent(subject))
    return [replace(row, audience=audience_of(subject.program, row.path).value) for row in rows]


def render_text(rows: list[Row], on: date, *, colour: bool) -> str:
    """Rows as an indented text, with the place of each value at its right."""
    paint = Paint(colour)
    lines = [paint.dim(f"# as of {on}")]
    base = len(rows[0].path) - 1 if rows[0].path else 0
    for row in rows:
        if not row.path:
            continue
        left = f"{'  ' * (len(row.path) - 1 - base)}{row.path[-1]}:"
        text = f"{left} {clean(row.value)}" if row.value else left
        if row.meaning:
            text += f"  ({clean(row.meaning)})"
        places = ", then ".join(f"{_file(span)}:{span.line}" for span in row.origins)
        gap = " " * max(2, _COLUMN - width(text))
        lines.append(f"{text}{gap}{paint.dim(places)}" if places else text)
    return "\n".join(lines) + "\n"


def render_json(rows: list[Row], on: date) -> str:
    """Rows as JSON: path, value, meaning and origins of each."""
    values = [
        {
            "path": ".".join(str(step) for step in row.path),
            "value": row.value or None,
            "meaning": row.meaning or None,
            "audience": row.audience,
            "origins": [{"file": span.file, "line": span.line, "column": span.column} for span in row.origins],
        }
        for row in rows
        if row.path
    ]
    printed = {"version": JSON_VERSION, "on": on.isoformat(), "values": values}
    return json.dumps(printed, ensure_ascii=False, indent=2) + "\n"


def _rows(subject: Subject, value: object, path: Path, absent: Absent) -> Iterator[Row]:
    if isinstance(value, BaseModel):
        yield from _heading(subject, path)
        for name in _in_reading_order(value):
            yield from _rows(subject, getattr(value, name), (*path, name), absent)
        yield from absent.get(path, ())
    elif isinstance(value, dict):
        if WHOLE not in value:
            yield from _heading(subject, path)
        for key, item in value.items():
            yield from _rows(subject, item, (*path, key) if key != WHOLE else path, absent)
        yield from absent.get(path, ())
    elif isinstance(value, tuple):
        if all(_is_plain(item) for item in value):
            meant = [_meaning(subject, item) for item in value]
            meaning = ", ".join(meant) if all(meant) else ""
            yield Row(path, ", ".join(_text(item) for item in value), meaning, _origins(subject, path))
        else:
            yield from _heading(subject, path)
            for index, item in enumerate(value):
                yield from _rows(subject, item, (*path, index), absent)
    elif value is not None:
        yield Row(path, _text(value), _meaning(subject, value), _origins(subject, path))


def _in_reading_order(value: BaseModel) -> list[str]:
    """The fields that were written: what an object is first, where it comes from last."""
    written = [name for name in type(value).model_fields if name in value.model_fields_set]
    return sorted(written, key=lambda name: name in Item.model_fields)


def _heading(subject: Subject, path: Path) -> Iterator[Row]:
    if path:
        since = subject.standing.resolution.since.get(path)
        yield Row(path, "", f"since {since}" if since else "", (subject.key(*path),))


def _absent(subject: Subject) -> Absent:
    """What is not there on the day, below the path of what lacks it: of another day, or open."""
    found: Absent = defaultdict(list)
    for gone in subject.standing.resolution.gone:
        found[gone[:-1]].append(_gone_row(subject, gone, gone))
    for dotted, entry in subject.open_entries.items():
        steps = subject.steps(dotted)
        if len(steps) > 1:
            found[steps[:-1]].append(_open_row(subject, steps, entry))
    return found


def _absence_of(subject: Subject, path: Path) -> Iterator[Row]:
    """Why there is nothing at a path: it is of another day, or something is said under ``open``."""
    for length in range(len(path), 0, -1):
        if path[:length] in subject.standing.resolution.gone:
            yield _gone_row(subject, path, path[:length])
            return
    entry_open = subject.said(path)
    if entry_open is not None:
        yield _open_row(subject, path, entry_open)


def _gone_row(subject: Subject, path: Path, gone: Path) -> Row:
    """A value of another day; where a version ended it, since when, by which sources, and where that is written."""
    state, entry = subject.standing.resolution.gone[gone]
    version = subject.standing.resolution.ended.get(gone)
    if version is None:
        return Row(path, f"[{state.value}]", "", (entry.key.span,))
    ending = read_ending(version, gone).ending
    cited = [source for ids in ending.sources.values() for source in ids] if ending else []
    return Row(
        path,
        f"[{state.value}]",
        f"ended {version.begins}" + (f", by {', '.join(cited)}" if cited else ""),
        (version.entry.key.span,),
    )


def _open_row(subject: Subject, path: Path, entry: OpenEntry) -> Row:
    written = subject.written_under_open(entry)
    return Row(path, f"[{entry.why}]", _reason(entry), (subject.key("open", written),))


def _reason(entry: OpenEntry) -> str:
    if entry.why == "undecided":
        return entry.question
    if entry.why == "undocumented":
        return f"looked in {', '.join(entry.looked_in)}"
    return entry.reason or ""


def _origins(subject: Subject, path: Path) -> tuple[Span, ...]:
    node = find(subject.standing.resolution.root, path)
    if isinstance(node, Text):
        return node.origins
    return (node.span,) if node is not None else ()


def _meaning(subject: Subject, value: object) -> str:
    if isinstance(value, PartialDate) and not value.is_day:
        return f"a day from {value.first} to {value.last}"
    amount = value.amount if isinstance(value, Limit) else value
    if isinstance(amount, Amount) and amount.milligrams is not None and amount.unit is not Unit.MILLIGRAM:
        return f"{amount.milligrams.normalize():,f} mg"
    if isinstance(value, str) and not isinstance(value, Enum) and value in subject.program.agencies:
        return subject.program.agencies[value].legal_name
    return ""


def _is_plain(value: object) -> bool:
    return not isinstance(value, BaseModel | dict | tuple)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value) if isinstance(value, Enum) else str(value)


def _file(span: Span) -> str:
    return span.file.rsplit("/", 1)[-1]
