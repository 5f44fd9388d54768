"""What the program says already, on the day that it is described as of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from leadkit.diagnostic import nearest
from leadkit.model.load import Jurisdiction
from leadkit.source.tree import Mapping as Group
from leadkit.source.tree import Plain, Step, find, plain
from leadkit.spreadsheets.columns.field import folded

Entries = dict[str, Mapping[str, Plain]]
_NAMES = ("legal_name", "name", "abbreviation", "also_known_as")


@dataclass(frozen=True)
class Known:
    """The entries of a program that a row may mean, each by its id.

    Attributes:
        agencies: The agencies.
        areas: The areas.
        categories: The kinds of help.
        providers: Those who give it.
        written: Every id that is written in a collection, also those that are not in force on the day.
    """

    agencies: Entries
    areas: Entries
    categories: Entries
    providers: Entries
    written: Mapping[str, frozenset[str]]

    def agency_named(self, name: str) -> str | None:
        """The one agency of a name, under any of its names."""
        return _only(self.agencies_named(name))

    def agencies_named(self, name: str) -> list[str]:
        """The agencies of a name, under any of their names."""
        return self._agencies_by_name.get(folded(name), [])

    def providers_named(self, name: str) -> list[str]:
        """The providers of a name."""
        return self._providers_by_name.get(folded(name), [])

    def providers_that_are(self, agency: str) -> list[str]:
        """The providers that are an agency of the program."""
        return self._providers_by_agency.get(agency, [])

    # A sheet of thousands asks for each row: each name is folded once, not once for each row.

    @cached_property
    def _agencies_by_name(self) -> dict[str, list[str]]:
        return _by_name(self.agencies)

    @cached_property
    def _providers_by_name(self) -> dict[str, list[str]]:
        return _by_name(self.providers)

    @cached_property
    def _providers_by_agency(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id_, entry in self.providers.items():
            agency = entry.get("agency")
            if isinstance(agency, str):
                found.setdefault(agency, []).append(id_)
        return found

    def area_named(self, name: str) -> str | None:
        """The one area of a name or an id."""
        return name if name in self.areas else _only(_named(self.areas, name))

    def area_like(self, name: str) -> str | None:
        """The area that is probably meant: by its id or a name, or by its kind where it is the only one of it."""
        kinds = Counter(entry.get("kind") for entry in self.areas.values())
        words = {
            word: id_
            for id_, entry in self.areas.items()
            for word in (entry.get("kind") if kinds[entry.get("kind")] == 1 else None, *names_in(entry), id_)
            if isinstance(word, str)
        }
        meant = nearest(name, words)
        return words[meant] if meant else None

    def category_named(self, name: str) -> str | None:
        """The one kind of help of a name or an id."""
        return name if name in self.categories else _only(_named(self.categories, name))


def known_of(jurisdiction: Jurisdiction) -> Known:
    """What a program says already."""
    root = jurisdiction.resolve().resolution.root
    written = {
        name: frozenset(node.entries) if isinstance(node, Group) else frozenset[str]()
        for name, path in _COLLECTIONS.items()
        for node in (find(jurisdiction.source.root, path),)
    }
    found = {name: _entries(root, path) for name, path in _COLLECTIONS.items()}
    return Known(**found, written=written)


_COLLECTIONS: dict[str, tuple[Step, ...]] = {
    "agencies": ("agencies",),
    "areas": ("areas",),
    "categories": ("services", "categories"),
    "providers": ("services", "providers"),
}


def _entries(root: Group, path: tuple[Step, ...]) -> Entries:
    node = find(root, path)
    entries = plain(node) if node is not None else None
    if not isinstance(entries, dict):
        return {}
    return {name: entry for name, entry in entries.items() if isinstance(entry, dict)}


def _named(entries: Entries, name: str) -> Iterator[str]:
    wanted = folded(name)
    return (id_ for id_, entry in entries.items() if wanted and wanted in map(folded, names_in(entry)))


def _by_name(entries: Entries) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id_, entry in entries.items():
        for name in {folded(each) for each in names_in(entry)} - {""}:
            found.setdefault(name, []).append(id_)
    return found


def names_in(entry: Mapping[str, Plain]) -> Iterator[str]:
    """Every name of an entry."""
    for field in _NAMES:
        value = entry.get(field)
        yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str))


def _only(found: Iterable[str]) -> str | None:
    ids = list(found)
    return ids[0] if len(ids) == 1 else None
