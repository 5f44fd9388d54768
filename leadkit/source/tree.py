"""The tree that a planner's text is read into: every value is text, and knows where it stands.

Nothing here converts a value: ``9.40``, ``06037`` and ``no`` stay as written until a field types them.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Steps
from dataclasses import dataclass
from typing import TypeAlias

from leadkit.diagnostic import Span


@dataclass(frozen=True, slots=True)
class Text:
    """One value, or the name of a field.

    Attributes:
        value: The text. ``None`` only where nothing was written, or a plain ``~``.
        span: Where the winning layer wrote it, with its quotes; where nothing was written, the empty place
            right after the name of the field.
        quoted: Whether it was written in quotes or as a block (``|``, ``>``).
        origins: Where each layer set it, oldest first; the last is ``span``.
    """

    value: str | None
    span: Span
    quoted: bool
    origins: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list.

    Attributes:
        items: Its items, in order.
        span: From its first character to the end of its last item.
        origins: Where each layer set it, oldest first.
    """

    items: tuple[Node, ...]
    span: Span
    origins: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """A group of fields, or a collection keyed by id.

    Attributes:
        entries: Its fields by name, in the order written.
        span: From its first character to the end of its last value.
        origins: Where each layer set or touched it, oldest first.
        free: The fields that are the planner's alone, which no reader of a program looks at.
    """

    entries: dict[str, Entry]
    span: Span
    origins: tuple[Span, ...]
    free: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A field with its value; ``key.span`` is where the name of the field is written."""

    key: Text
    value: Node


Node: TypeAlias = Text | Sequence | Mapping
Step: TypeAlias = str | int
Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | None"


def find(node: Node, path: Steps[Step]) -> Node | None:
    """Return the value at ``path`` below ``node``, or ``None`` where there is no such field or item."""
    found, matched = _walk(node, path)
    if matched < len(path):
        return None
    return found.value if isinstance(found, Entry) else found


def _walk(node: Node, path: Steps[Step]) -> tuple[Node | Entry, int]:
    """Follow ``path`` as far as it goes."""
    here: Node | Entry = node
    for matched, step in enumerate(path):
        below = _below(here.value if isinstance(here, Entry) else here, step)
        if below is None:
            return here, matched
        here = below
    return here, len(path)


def _below(node: Node, step: Step) -> Node | Entry | None:
    """Return what ``step`` names directly below ``node``."""
    if isinstance(node, Mapping):
        return node.entries.get(str(step))
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def plain(node: Node) -> Plain:
    """Return the values alone, without positions."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(entry.value) for name, entry in node.entries.items()}


def words(node: Node) -> Iterator[str]:
    """Every value and every name of a field, as text."""
    if isinstance(node, Text):
        yield node.value or ""
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from words(item)
    else:
        for name, entry in node.entries.items():
            yield name
            yield from words(entry.value)
