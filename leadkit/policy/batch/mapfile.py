"""Reading the file that says what columns are called."""

from __future__ import annotations

from pathlib import Path

from leadkit.policy.batch.mapping import UNITS, ColumnMap, Source
from leadkit.policy.batch.problems import BatchError
from leadkit.source.decode import decode
from leadkit.source.places import LIMIT
from leadkit.source.reading import read_text
from leadkit.source.tree import Mapping, Node, Sequence, Text


def read_map(file: Path) -> ColumnMap:
    """Read a file of columns.

    Raises:
        OSError: It cannot be read.
        BatchError: It is not written as such a file; the sentence names the line.
    """
    with file.open("rb") as opened:
        data = opened.read(LIMIT + 1)
    decoded = decode(file.name, data[:LIMIT])
    if decoded.text is None or len(data) > LIMIT:
        raise BatchError(f"{file.name} is no text that can be read.")
    root, found = read_text(decoded.text, file.name)
    wrong = next((one for one in (*decoded.diagnostics, *found) if one.is_error), None)
    if wrong is not None:
        line = f", line {wrong.spans[0].line}" if wrong.spans else ""
        raise BatchError(f"{file.name}{line}: {wrong.message}")
    fields = _fields(root, ("columns", "ignore"))
    columns = _fields(fields["columns"]) if "columns" in fields else {}
    ignored = frozenset(_texts(fields["ignore"])) if "ignore" in fields else frozenset()
    return ColumnMap({name: _source(node) for name, node in columns.items()}, ignored, file)


def _source(node: Node) -> Source:
    if isinstance(node, Text):
        return Source(_text(node))
    fields = _fields(node, ("column", "unit", "values", "otherwise"))
    if "column" not in fields:
        raise _wrong(node, "Name the column.")
    unit = _text(fields["unit"]) if "unit" in fields else None
    if unit is not None and unit not in UNITS:
        raise _wrong(fields["unit"], f"A unit is one of {', '.join(UNITS)}.")
    values = {name: _texts(some) for name, some in _fields(fields["values"]).items()} if "values" in fields else {}
    otherwise = _text(fields["otherwise"]) if "otherwise" in fields else None
    if otherwise is not None and not values:
        raise _wrong(node, "Say the values before what all others stand for.")
    return Source(_text(fields["column"]), unit, values, otherwise)


def _fields(node: Node, known: tuple[str, ...] = ()) -> dict[str, Node]:
    if not isinstance(node, Mapping):
        raise _wrong(node, "Names with a colon after each belong here.")
    for name, entry in node.entries.items():
        if known and name not in known:
            raise _wrong(entry.key, f"Only {', '.join(known)} can be here.")
    return {name: entry.value for name, entry in node.entries.items()}


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(_text(one) for one in node.items) if isinstance(node, Sequence) else (_text(node),)


def _text(node: Node) -> str:
    if not isinstance(node, Text) or not node.value:
        raise _wrong(node, "One value belongs here.")
    return node.value


def _wrong(node: Node, says: str) -> BatchError:
    return BatchError(f"{node.span.file}, line {node.span.line}: {says}")
