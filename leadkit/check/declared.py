"""The ids that a program declares, on whatever day."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.model.versions import versions_of
from leadkit.source.tree import Entry, Mapping, Node


def declared_in(root: Mapping, collection: str) -> Iterator[tuple[str, Entry]]:
    """The ids of a collection, looking into every version of what stands on the way."""
    nodes: list[Node] = [root]
    for step in collection.split("."):
        nodes = [
            entry.value
            for node in nodes
            for version in every_version(node)
            if (entry := version.entries.get(step)) is not None
        ]
    for node in nodes:
        for version in every_version(node):
            yield from version.entries.items()


def every_version(node: Node) -> Iterator[Mapping]:
    """A group of fields, and each of its versions."""
    if isinstance(node, Mapping):
        versions = versions_of(node)
        if versions is None:
            yield node
            return
        yield node
        yield from (version.entry.value for version in versions if isinstance(version.entry.value, Mapping))
