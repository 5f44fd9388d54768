"""A field wherever a file may say it: in its section, in any version, and in what is laid over a base."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.source.overlay import ADD, CHANGE
from leadkit.source.tree import Entry, Mapping

ANY = "*"
"""Stands for every id in a path."""
VERSIONS = "versions"
"""Holds what a field says from one day to another, by the first day of each."""


def entries_at(root: Mapping, pattern: str) -> Iterator[Entry]:
    """Every field at a path with ``*`` for an id, in any version of it, and below ``add`` and ``change``."""
    steps = tuple(pattern.split("."))
    yield from _below(root, steps)
    for word in (ADD, CHANGE):
        entry = root.entries.get(word)
        if entry is not None and isinstance(entry.value, Mapping):
            yield from _below(entry.value, steps)


def _below(node: Mapping, steps: tuple[str, ...]) -> Iterator[Entry]:
    step, *rest = steps
    for name, entry in node.entries.items():
        if name == VERSIONS and isinstance(entry.value, Mapping):
            for version in entry.value.entries.values():
                if isinstance(version.value, Mapping):
                    yield from _below(version.value, steps)
        elif step not in (ANY, name):
            continue
        elif not rest:
            yield entry
        elif isinstance(entry.value, Mapping):
            yield from _below(entry.value, tuple(rest))
