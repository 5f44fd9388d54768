"""The program as it stood on one day, decided on the text tree before anything is typed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from leadkit.model.versions import FROM, UNTIL, VERSIONS, Version, read_date, value_of, versions_of
from leadkit.source.tree import Entry, Mapping, Node, Sequence, Step
from leadkit.values.dates import PartialDate

UNDATED_SECTIONS = frozenset({"law", "open", "sources", "decisions"})
"""Sections whose dates are data that rules ask about; nothing in them comes and goes with the program."""


class Gone(Enum):
    """Why a value is missing on a day."""

    NOT_IN_FORCE = "not in force on that date"
    NOT_KNOWN = "not known on that date"


@dataclass(frozen=True, slots=True)
class Resolution:
    """The text of a program on one day.

    Attributes:
        root: The tree without versions.
        on: The day.
        gone: What is missing on that day, by path, with the place where it is written.
        since: The first day of each version that holds, by path.
        ended: The version by which a missing value ended, by path.
    """

    root: Mapping
    on: date
    gone: dict[tuple[Step, ...], tuple[Gone, Entry]] = field(default_factory=dict)
    since: dict[tuple[Step, ...], PartialDate] = field(default_factory=dict)
    ended: dict[tuple[Step, ...], Version] = field(default_factory=dict)


def resolve(root: Mapping, on: date) -> Resolution:
    """Pick what is in force on a day.

    A partial date is an interval: where ``on`` falls inside the beginning or end of a value, the value is not known
    on that date and is left out, as is a value that is not in force. Both are listed in ``gone``.
    """
    resolver = _Resolver(on)
    entries: dict[str, Entry] = {}
    for name, entry in root.entries.items():
        value = entry.value if name in UNDATED_SECTIONS else resolver.of(entry.value, (name,))
        if isinstance(value, Gone):
            resolver.gone[(name,)] = (value, entry)
        else:
            entries[name] = replace(entry, value=value)
    return Resolution(replace(root, entries=entries), on, resolver.gone, resolver.since, resolver.ended)


class _Resolver:
    """Walks the tree once; subtrees in which nothing is dated are kept as they are."""

    def __init__(self, on: date) -> None:
        self.on = on
        self.gone: dict[tuple[Step, ...], tuple[Gone, Entry]] = {}
        self.since: dict[tuple[Step, ...], PartialDate] = {}
        self.ended: dict[tuple[Step, ...], Version] = {}

    def inside(self, node: Node, path: tuple[Step, ...]) -> Node:
        """Resolve what stands inside a node."""
        if isinstance(node, Mapping):
            return self._mapping(node, path)
        if isinstance(node, Sequence):
            items = [self.of(item, (*path, index)) for index, item in enumerate(node.items)]
            if all(new is old for new, old in zip(items, node.items, strict=True)):
                return node
            return replace(node, items=tuple(item for item in items if not isinstance(item, Gone)))
        return node

    def _mapping(self, node: Mapping, path: tuple[Step, ...]) -> Mapping:
        kept: dict[str, Entry] = {}
        changed = False
        for name, entry in node.entries.items():
            value = self.of(entry.value, (*path, name))
            if isinstance(value, Gone):
                self.gone[(*path, name)] = (value, entry)
                changed = True
            elif value is entry.value:
                kept[name] = entry
            else:
                kept[name] = replace(entry, value=value)
                changed = True
        return replace(node, entries=kept) if changed else node

    def of(self, node: Node, path: tuple[Step, ...]) -> Node | Gone:
        """What a node is on the day, a whole section too, or why it is missing."""
        if isinstance(node, Mapping):
            versions = versions_of(node)
            if versions is not None:
                chosen = self._choose(versions)
                if isinstance(chosen, Gone):
                    return chosen
                if chosen.ended:
                    self.ended[path] = chosen
                    return Gone.NOT_IN_FORCE
                self.since[path] = chosen.begins
                node_or_value = _with_shared_fields(node, chosen)
                if not isinstance(node_or_value, Mapping):
                    return node_or_value
                node = node_or_value
            state = self._in_force(node)
            if state is not None:
                return state
        return self.inside(node, path)

    def _choose(self, versions: list[Version]) -> Version | Gone:
        chosen: Version | None = None
        for version in versions:
            begun = version.begins.begun(self.on)
            if begun is None:
                return Gone.NOT_KNOWN
            if begun:
                chosen = version
        return Gone.NOT_IN_FORCE if chosen is None else chosen

    def _in_force(self, node: Mapping) -> Gone | None:
        begins, ends = read_date(value_of(node, FROM)), read_date(value_of(node, UNTIL))
        begun = True if begins is None else begins.begun(self.on)
        passed = False if ends is None else ends.passed(self.on)
        if begun is False or passed is True:
            return Gone.NOT_IN_FORCE
        return Gone.NOT_KNOWN if begun is None or passed is None else None


def _with_shared_fields(mapping: Mapping, version: Version) -> Node:
    """The value of a version together with the fields that all versions share."""
    value = version.entry.value
    if not isinstance(value, Mapping):
        return value
    shared = {name: entry for name, entry in mapping.entries.items() if name != VERSIONS}
    return replace(value, entries={**shared, **value.entries})
