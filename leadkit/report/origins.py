"""Where the values of a program come from: which folder wrote each, what it replaced, and why."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leadkit.diagnostic import shortened
from leadkit.report.json import JSON_VERSION
from leadkit.report.shown import Row
from leadkit.report.terminal import Paint, clean, width
from leadkit.source import SourceText
from leadkit.source.tree import Mapping, Node, Text, find

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.diagnostic import Span
    from leadkit.model.walk import Path
    from leadkit.source import Removal

_COLUMN = 72
_REASONS = ("adopted", "sources")
"""The fields by which an object says why it holds what it holds, the weightier first."""


@dataclass(frozen=True, slots=True)
class Writing:
    """One place at which a layer wrote a value.

    Attributes:
        layer: The folder.
        span: The place.
        text: What is written there; empty for the name of a group of fields.
    """

    layer: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one row of a shown program comes from.

    Attributes:
        row: The row.
        written: Where it was written, the folder that holds last. For something removed: where the removal stands.
        replaced: What it took the place of, the newest first.
        why: Why it took that place, as the folder says it; empty where it does not.
        removed: Whether it was taken out of the base, so that there is no value.
    """

    row: Row
    written: Writing | None
    replaced: tuple[Writing, ...] = ()
    why: str = ""
    removed: bool = False


def origins_of(subject: Subject, rows: Sequence[Row], path: Path) -> list[Origin]:
    """The origin of each row at a path, and then what was removed there from a base."""
    told = _Origins(subject)
    shown = [told.of(row) for row in rows]
    paths = {row.path for row in rows}
    gone = [one for one in subject.jurisdiction.source.removed if one.path not in paths and _touches(one.path, path)]
    return [*shown, *(told.of_removal(one) for one in gone)]


def render_origins(origins: Sequence[Origin], on: date, *, colour: bool) -> str:
    """Rows as an indented text, each with its file and line, and below it what it replaced."""
    paint = Paint(colour)
    lines = [paint.dim(f"# as of {on}")]
    first = origins[0].row.path
    base = len(first) - 1 if first else 0
    for origin in origins:
        if origin.row.path:
            lines += _lines(origin, base, paint)
    return "\n".join(lines) + "\n"


def _lines(origin: Origin, base: int, paint: Paint) -> list[str]:
    """A row, and below it what it replaced; what was removed has no row around it, and is named in full."""
    row = origin.row
    indent = "" if origin.removed else "  " * (len(row.path) - 1 - base)
    name = _dotted(row.path) if origin.removed else str(row.path[-1])
    value = "[removed]" if origin.removed else clean(row.value)
    text = f"{indent}{name}: {value}".rstrip() + (f"  ({clean(row.meaning)})" if row.meaning else "")
    place = f"{' ' * max(2, _COLUMN - width(text))}{paint.dim(_place(origin.written))}" if origin.written else ""
    below = [
        f"replaces {clean(shortened(old.text))} at {_place(old)}" if old.text else f"was at {_place(old)}"
        for old in origin.replaced
    ]
    if origin.why:
        below.append(f"because: {clean(origin.why)}")
    return [text + place, *(f"{indent}    {paint.dim(line)}" for line in below)]


def render_origins_json(origins: Sequence[Origin], on: date) -> str:
    """Rows as JSON: path and value, who wrote it, what it replaced and why."""
    values = [
        {
            "path": _dotted(origin.row.path),
            "value": origin.row.value or None,
            "removed": origin.removed,
            "written": _plain(origin.written) if origin.written else None,
            "replaced": [_plain(old) for old in origin.replaced],
            "why": origin.why or None,
        }
        for origin in origins
        if origin.row.path
    ]
    printed = {"version": JSON_VERSION, "on": on.isoformat(), "values": values}
    return json.dumps(printed, ensure_ascii=False, indent=2) + "\n"


class _Origins:
    """Finds origins in the text of one program."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        source = subject.jurisdiction.source
        self._root = source.root
        self._texts = {name: SourceText(name, text) for name, text in source.files.items()}
        self._removed = {one.path: one for one in source.removed}

    def of(self, row: Row) -> Origin:
        """The origin of a row: its own, or that of the group of versions it was picked from."""
        if not row.origins:
            return Origin(row, None)
        bare = not row.value
        written = self._writing(row.origins[-1], bare=bare)
        replaced = [self._writing(span, bare=bare) for span in reversed(self._before(row))]
        removal = self._removed.get(tuple(str(step) for step in row.path))
        if removal:  # removed as a whole, and added anew
            return Origin(row, written, (*replaced, self._writing(removal.was, bare=True)), removal.reason)
        return Origin(row, written, tuple(replaced), self._why(row.path, written.layer) if replaced else "")

    def of_removal(self, removal: Removal) -> Origin:
        """What was taken out, as a row of its own."""
        row = Row(removal.path, "", "", (removal.span,))
        was = self._writing(removal.was, bare=True)
        return Origin(row, self._writing(removal.span, bare=True), (was,), removal.reason, removed=True)

    def _before(self, row: Row) -> tuple[Span, ...]:
        """Where the layers below had set a value; a change may turn one value into versions."""
        node = find(self._root, row.path)
        if isinstance(node, Mapping) and row.value:
            layer = _layer(row.origins[-1])
            return tuple(span for span in node.origins if _layer(span) != layer)
        return row.origins[:-1]

    def _why(self, path: Path, layer: str) -> str:
        """The decision or the sources that the same layer names for a value that it changed."""
        owner, name = find(self._root, path[:-1]), str(path[-1])
        for field in _REASONS:
            given = find(owner, (field,)) if owner else None
            named = find(given, (name,)) if isinstance(given, Mapping) else given
            if named is not None and not isinstance(named, Mapping) and _layer(named.span) == layer:
                return f"{'decision' if field == 'adopted' else 'sources'} {_ids(named)}"
        return ""

    def _writing(self, span: Span, *, bare: bool) -> Writing:
        text = "" if bare else self._written(span)
        return Writing(_layer(span), span, text)

    def _written(self, span: Span) -> str:
        text = self._texts.get(span.file)
        if text is None:
            return ""
        return text.text[text.offset(span.line, span.column) : text.offset(span.end_line, span.end_column)]


def _touches(removed: Path, asked: Path) -> bool:
    """Whether something removed lies at a path, below it or around it."""
    shorter = min(len(removed), len(asked))
    return removed[:shorter] == asked[:shorter]


def _dotted(path: Path) -> str:
    return ".".join(str(step) for step in path)


def _layer(span: Span) -> str:
    return span.file.rpartition("/")[0]


def _ids(node: Node) -> str:
    if isinstance(node, Text):
        return node.value or ""
    items = node.items if not isinstance(node, Mapping) else ()
    return ", ".join(item.value or "" for item in items if isinstance(item, Text))


def _place(writing: Writing) -> str:
    return f"{clean(writing.span.file)}:{writing.span.line}"


def _plain(writing: Writing) -> dict[str, object]:
    span = writing.span
    return {
        "layer": writing.layer,
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "text": writing.text or None,
    }
