"""The program as it stood on one day, decided on the text tree before anything is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from leadkit.model.versions import FROM, UNTIL, VERSIONS, Version, read_date, value_of, versions_of
from leadkit.source.tree import Entry, Mapping, Node, Sequence, Step, Text
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
    return Resolver(root).on(on)


class Resolver:
    """Resolves one tree on several days. What is the same on two days is one node, and not made twice."""

    def __init__(self, root: Mapping) -> None:
        """Note once in which parts of the tree nothing is dated: they are the same on every day."""
        self._root = root
        self._undated: set[int] = set()
        self._made: dict[tuple[object, ...], Mapping | Sequence] = {}
        for name, entry in root.entries.items():
            if name not in UNDATED_SECTIONS:
                self._note(entry.value)

    def on(self, day: date) -> Resolution:
        """The text of the day."""
        walk = _Day(day, self._undated, self._made)
        entries: dict[str, Entry] = {}
        for name, entry in self._root.entries.items():
            value = entry.value if name in UNDATED_SECTIONS else walk.of(entry.value, (name,))
            if isinstance(value, Gone):
                walk.gone[(name,)] = (value, entry)
            else:
                entries[name] = replace(entry, value=value)
        return Resolution(replace(self._root, entries=entries), day, walk.gone, walk.since, walk.ended)

    def _note(self, node: Node) -> bool:
        """Note a node in which nothing is dated; whether it is one."""
        undated = True
        if isinstance(node, Mapping):
            undated = not node.entries.keys() & {VERSIONS, FROM, UNTIL}
            inner = [entry.value for entry in node.entries.values()]
        else:
            inner = list(node.items) if isinstance(node, Sequence) else []
        for each in inner:
            undated = self._note(each) and undated
        if undated:
            self._undated.add(id(node))
        return undated


class _Day:
    """One walk over the tree, for one day."""

    def __init__(self, on: date, undated: set[int], made: dict[tuple[object, ...], Mapping | Sequence]) -> None:
        self.on = on
        self.gone: dict[tuple[Step, ...], tuple[Gone, Entry]] = {}
        self.since: dict[tuple[Step, ...], PartialDate] = {}
        self.ended: dict[tuple[Step, ...], Version] = {}
        self._undated = undated
        self._made = made

    def of(self, node: Node, path: tuple[Step, ...]) -> Node | Gone:
        """What a node is on the day, a whole section too, or why it is missing."""
        if id(node) in self._undated or isinstance(node, Text):
            return node
        if isinstance(node, Sequence):
            return self._sequence(node, path)
        versions = versions_of(node)
        if versions is not None:
            chosen = self._choose(versions)
            if isinstance(chosen, Gone):
                return chosen
            if chosen.ended:
                self.ended[path] = chosen
                return Gone.NOT_IN_FORCE
            self.since[path] = chosen.begins
            value = self._with_shared_fields(node, chosen)
            if not isinstance(value, Mapping):
                return self.of(value, path)
            node = value
        return self._in_force(node) or self._mapping(node, path)

    def _sequence(self, node: Sequence, path: tuple[Step, ...]) -> Sequence:
        items = [self.of(item, (*path, index)) for index, item in enumerate(node.items)]
        if all(new is old for new, old in zip(items, node.items, strict=True)):
            return node
        kept = tuple(item for item in items if not isinstance(item, Gone))
        key = (id(node), *map(id, kept))
        if key not in self._made:
            self._made[key] = replace(node, items=kept)
        made = self._made[key]
        assert isinstance(made, Sequence)
        return made

    def _mapping(self, node: Mapping, path: tuple[Step, ...]) -> Mapping:
        kept: list[tuple[str, Entry, Node]] = []
        for name, entry in node.entries.items():
            value = self.of(entry.value, (*path, name))
            if isinstance(value, Gone):
                self.gone[(*path, name)] = (value, entry)
            else:
                kept.append((name, entry, value))
        if len(kept) == len(node.entries) and all(value is entry.value for _, entry, value in kept):
            return node
        key = (id(node), *((name, id(value)) for name, _, value in kept))
        return self._once(
            key, lambda: replace(node, entries={name: replace(entry, value=value) for name, entry, value in kept})
        )

    def _once(self, key: tuple[object, ...], make: Callable[[], Mapping]) -> Mapping:
        """The node made for a key before, on this day or another; its parts live as long as it does."""
        if key not in self._made:
            self._made[key] = make()
        made = self._made[key]
        assert isinstance(made, Mapping)
        return made

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

    def _with_shared_fields(self, mapping: Mapping, version: Version) -> Node:
        """The value of a version together with the fields that all versions share."""
        value = version.entry.value
        if not isinstance(value, Mapping):
            return value
        shared = {name: entry for name, entry in mapping.entries.items() if name != VERSIONS}
        if not shared:
            return value
        return self._once((id(mapping), id(value)), lambda: replace(value, entries={**shared, **value.entries}))
