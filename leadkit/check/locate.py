"""Where something is written, as near as the text comes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.base import WHOLE
from leadkit.source.tree import Entry, Mapping, Node, find

if TYPE_CHECKING:
    from leadkit.diagnostic import Span
    from leadkit.model.walk import Path


def locate(root: Mapping, path: Path, *, of_key: bool) -> Span:
    """The place of the deepest thing that exists on a path.

    A missing field is placed at the name of the field around it, which is the line a planner has to go to. The name
    under which the sources of a whole object are kept is in no file.
    """
    entry: Entry | None = None
    node: Node = root
    for index, step in enumerate(path):
        if step == WHOLE and not isinstance(node, Mapping):
            continue
        if isinstance(node, Mapping):
            inner = node.entries.get(str(step))
            if inner is None:
                return entry.key.span if entry else root.span
            entry, node = inner, inner.value
        else:
            deeper = find(node, (step,))
            if deeper is None:
                return node.span
            node = deeper
            if index == len(path) - 1:
                return node.span
    if entry is None:
        return root.span
    return entry.key.span if of_key else node.span
