"""An entry that a row describes, and what the rows of one name say together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from leadkit.source.tree import Plain
from leadkit.spreadsheets.columns.mapping import Column
from leadkit.spreadsheets.reading.table import Cell

Path: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """The cell that a value was read from, with its column."""

    cell: Cell
    column: Column


@dataclass(frozen=True)
class Draft:
    """An entry.

    Attributes:
        id: Its id.
        name: Its name as the row has it.
        row: The row.
        known: Whether the program has it already.
        value: What it says, without its notes.
        notes: What it says in columns that are no field.
        origins: The cell of each value, by the path in the entry.
        categories: Kinds of help that it gives and the program has no entry for, by id.
    """

    id: str
    name: str
    row: int
    known: bool
    value: dict[str, Plain]
    notes: tuple[str, ...]
    origins: Mapping[Path, Origin]
    categories: dict[str, Plain] = field(default_factory=dict)

    @property
    def whole(self) -> dict[str, Plain]:
        """What is written."""
        return self.value | ({"notes": [*self.notes]} if self.notes else {})


def put(value: dict[str, Plain], path: Path, what: Plain) -> None:
    """Put something at a path."""
    *above, last = path
    for step in above:
        inner = value.setdefault(step, {})
        assert isinstance(inner, dict)  # paths of fields never run through a text
        value = inner
    value[last] = what


def leaves(value: Plain, path: Path = ()) -> Iterator[tuple[Path, Plain]]:
    """Every text and list, with its path."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*path, name))
    else:
        yield path, value


def at(value: Plain | Mapping[str, Plain], path: Path) -> Plain | Mapping[str, Plain]:
    """What stands at a path; None where nothing does."""
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def listed_in(value: Plain) -> list[str]:
    """One text or several as a list."""
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]


def same(one: str, other: str) -> bool:
    """Whether two texts say the same, but for capitals, spaces and marks."""
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold()) or text
