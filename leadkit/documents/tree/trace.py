"""Which parts of a document come from a field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from leadkit.documents.tree.document import Document


def walk(node: object) -> Iterator[object]:
    """Every node of a tree, parents first, in reading order."""
    if isinstance(node, tuple):
        for each in node:
            yield from walk(each)
    elif is_dataclass(node):
        yield node
        for field in fields(node):
            yield from walk(getattr(node, field.name))


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
