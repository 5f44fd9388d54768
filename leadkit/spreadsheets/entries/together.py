"""Rows of one name put together, and held against the entries that the program has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadkit.spreadsheets.codes import UNREADABLE_ROW
from leadkit.spreadsheets.columns.field import folded
from leadkit.spreadsheets.entries.draft import Draft, Path, at, leaves, listed_in, same
from leadkit.spreadsheets.reading.table import place, shortened

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.source.tree import Plain

_NAMES = (("agency",), ("name",), ("legal_name",))
_GENERAL = ("contacts", "general")


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that a row has and the program has not.

    Attributes:
        path: Where in the entry it belongs.
        row: What the row says.
        program: What the program says; empty where it says nothing.
    """

    path: Path
    row: str
    program: str

    def __str__(self) -> str:
        """The difference in words."""
        beside = f", the program “{shortened(self.program)}”" if self.program else ""
        return f"{self.path[-1]} “{shortened(self.row)}”{beside}"


def together(name: str, drafts: Iterable[Draft]) -> tuple[dict[str, Draft], list[Diagnostic]]:
    """The entries by id, and what was found about rows that say two things of one: it is no entry then.

    Args:
        name: The file.
        drafts: An entry of each row.
    """
    found: list[Diagnostic] = []
    entries: dict[str, Draft] = {}
    contradicted: set[str] = set()
    for draft in drafts:
        first = entries.setdefault(draft.id, draft)
        if first is draft:
            continue
        against = _contradiction(first, draft)
        if against:
            found.append(_twice(name, first, draft, against))
            contradicted.add(draft.id)
        else:
            entries[draft.id] = _both(first, draft)
    return {id_: draft for id_, draft in entries.items() if id_ not in contradicted}, found


def _contradiction(first: Draft, second: Draft) -> str:
    """What two rows say differently; empty where they can be put together."""
    if folded(first.name) != folded(second.name) and not first.known:
        return f"another name for the id {first.id}, “{shortened(first.name)}”"
    for path, value in leaves(second.value):
        before = at(first.value, path)
        if isinstance(value, str) and isinstance(before, str) and not same(before, value) and path not in _NAMES:
            return f"another {path[-1]}, “{shortened(before)}”"
    return ""


def _twice(name: str, first: Draft, second: Draft, against: str) -> Diagnostic:
    return UNREADABLE_ROW.at(
        place(name, second.row),
        place(name, first.row),
        message=f"Row {second.row} (“{shortened(second.name)}”) is of the same entry as row {first.row}, which has "
        f"{against}.",
        remedy="Say the same in both rows; or give one of them another name, or an id in a column named id.",
    )


def _both(first: Draft, second: Draft) -> Draft:
    return replace(
        first,
        value=_united(first.value, second.value),
        notes=tuple(dict.fromkeys((*first.notes, *second.notes))),
        origins={**second.origins, **first.origins},
        categories=first.categories | second.categories,
    )


def _united(one: dict[str, Plain], other: Mapping[str, Plain]) -> dict[str, Plain]:
    united = dict(one)
    for name, value in other.items():
        before = united.get(name)
        if isinstance(before, dict) and isinstance(value, dict):
            united[name] = _united(before, value)
        elif isinstance(before, list) and isinstance(value, list):
            united[name] = [*before, *(each for each in value if each not in before)]
        elif before is None:
            united[name] = value
    return united


def differences(draft: Draft, entry: Mapping[str, Plain], notes: Iterable[str]) -> Iterator[Difference]:
    """What a row says and the program's entry does not; that the program says more is no difference.

    Args:
        draft: The row.
        entry: The entry, without what is the planner's alone.
        notes: What the planner has noted there.
    """
    noted = [*notes]
    new = [note for note in draft.notes if not any(same(note, each) for each in noted)]
    if new:
        yield Difference(("notes",), "; ".join(new), "; ".join(noted))
    for path, value in leaves(draft.value):
        if path in _NAMES or path == (*_GENERAL, "kind"):
            continue
        said = [text for each in _there(entry, path) for text in listed_in(each)]
        new = [text for text in listed_in(value) if not any(same(text, each) for each in said)]
        if new:
            yield Difference(path, "; ".join(new), "; ".join(said))


def _there(entry: Mapping[str, Plain], path: Path) -> Iterator[Plain]:
    """What the entry says at a path; a contact may be under any id."""
    if path[:2] == _GENERAL:
        contacts = entry.get("contacts")
        found = [at(each, path[2:]) for each in contacts.values()] if isinstance(contacts, dict) else []
    else:
        found = [at(entry, path)]
    yield from (each for each in found if each is not None and not isinstance(each, Mapping))
