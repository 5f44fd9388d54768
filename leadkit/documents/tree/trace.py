"""Which parts of a document come from a field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from leadkit.documents.tree.document import Document


def walk(node: object) -> Iterator[object]:
    """Every node of a tree, parents first, in reading order."""
    waiting = [node]  # a stack of our own: a generator inside a generator for each level takes three times as long
    while waiting:
        here = waiting.pop()
        if isinstance(here, tuple):
            waiting.extend(reversed(here))
            continue
        parts = parts_of(type(here))
        if parts is None:
            continue
        yield here
        for name in parts:
            part = getattr(here, name)
            if part and not isinstance(part, str):
                waiting.append(part)


_PARTS: dict[type, tuple[str, ...] | None] = {}
_PLAIN = frozenset({"str", "bool", "int", "bytes", "date", "Change", "tuple[str, ...]"})
"""The types of fields that hold no nodes, as they are written in the classes of nodes."""


def parts_of(kind: type) -> tuple[str, ...] | None:
    """The fields of a kind of node that may hold nodes, the last first; None where it is no node."""
    if kind not in _PARTS:
        own = fields(kind) if is_dataclass(kind) else None
        _PARTS[kind] = None if own is None else tuple(each.name for each in reversed(own) if each.type not in _PLAIN)
    return _PARTS[kind]


def covers(cause: str, path: str) -> bool:
    """Whether a change at ``path`` is a change of ``cause``: the same field, or one below or above it."""
    return cause == path or path.startswith(f"{cause}.") or cause.startswith(f"{path}.")


def paths_of(node: object) -> tuple[str, ...]:
    """The fields that a node itself names: its own and its causes."""
    own = getattr(node, "path", "")
    causes = getattr(node, "causes", ())
    return (*((own,) if own else ()), *causes)


def tagged(document: Document, path: str) -> tuple[object, ...]:
    """The nodes that come from the field at ``path`` or list it as a cause."""
    return tuple(node for node in walk(document) if any(covers(each, path) for each in paths_of(node)))
