"""The ids that a program declares, on whatever day, and how a dotted path is told apart by them."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.model.versions import versions_of
from leadkit.source.tree import Entry, Mapping, Node, Step


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


def steps_of(root: Mapping, dotted: str) -> tuple[Step, ...]:
    """A dotted path as steps; an id may itself contain dots, so the longest id that is declared wins."""
    words = dotted.split(".")
    node: Node | None = root
    steps: list[Step] = []
    while words:
        known = list(every_version(node)) if node is not None else []
        length = next(
            (size for size in range(len(words), 0, -1) if any(".".join(words[:size]) in one.entries for one in known)),
            1,
        )
        step = ".".join(words[:length])
        entry = next((one.entries[step] for one in known if step in one.entries), None)
        node = entry.value if entry else None
        steps.append(step)
        words = words[length:]
    return tuple(steps)
