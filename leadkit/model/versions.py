"""Values that change: ``versions`` keyed by the first day of each, read from the text tree.

A mapping may be written ``{versions: {2014: {...}, 2019: {ended: true}}}``. Each version ends where the next
begins; fields beside ``versions`` are shared by all of them. An object may instead carry ``effective_from`` and
``effective_until`` (the last day on which it holds).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from leadkit.source import everywhere
from leadkit.source.tree import Entry, Mapping, Node, Sequence, Text
from leadkit.values.dates import PartialDate

VERSIONS = everywhere.VERSIONS
ENDED = "ended"
FROM = "effective_from"
UNTIL = "effective_until"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a value: since when it holds, and where it is written."""

    begins: PartialDate
    entry: Entry

    @property
    def ended(self) -> bool:
        """Whether this version says that the value no longer holds."""
        value = self.entry.value
        if not isinstance(value, Mapping) or ENDED not in value.entries:
            return False
        word = value.entries[ENDED].value
        return isinstance(word, Text) and (word.value or "").lower() in ("true", "yes")


def read_date(node: Node | None) -> PartialDate | None:
    """Read a date from a node; None where there is none or it cannot be read."""
    if not isinstance(node, Text) or node.value is None:
        return None
    try:
        return PartialDate.parse(node.value)
    except ValueError:
        return None


def versions_of(mapping: Mapping) -> list[Version] | None:
    """The versions of a mapping in order of their beginning; None where it is not versioned.

    Versions whose date cannot be read are left out: the checks report them.
    """
    entry = mapping.entries.get(VERSIONS)
    if entry is None or not isinstance(entry.value, Mapping):
        return None
    found = [
        Version(begins, version)
        for version in entry.value.entries.values()
        if (begins := read_date(version.key)) is not None
    ]
    return sorted(found, key=lambda version: (version.begins.first, version.begins.last))


def mappings(node: Node) -> Iterator[Mapping]:
    """Every group of fields in a tree, outer ones first."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from mappings(item)
    elif isinstance(node, Mapping):
        yield node
        for entry in node.entries.values():
            yield from mappings(entry.value)


def starts(node: Node) -> Iterator[date]:
    """The days on which something begins: the last day that each written beginning may mean."""
    for mapping in mappings(node):
        for version in versions_of(mapping) or ():
            yield version.begins.last
        begins = read_date(value_of(mapping, FROM))
        if begins is not None:
            yield begins.last


def ends(node: Node) -> Iterator[date]:
    """The days on which something is over: each after the last day that a written end may mean."""
    for mapping in mappings(node):
        until = read_date(value_of(mapping, UNTIL))
        if until is not None and until.last < date.max:
            yield until.last + timedelta(days=1)


def value_of(mapping: Mapping, name: str) -> Node | None:
    """The value of a field of a mapping; None where it has no such field."""
    entry = mapping.entries.get(name)
    return None if entry is None else entry.value
