"""Which column holds which field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from leadkit.diagnostic import listed, nearest
from leadkit.spreadsheets.columns.field import LEFT_OUT, NOTES, Field, folded
from leadkit.spreadsheets.columns.heads import words_of
from leadkit.spreadsheets.reading.table import Row, letters, shortened


@dataclass(frozen=True, slots=True)
class Column:
    """A column with what it holds.

    Attributes:
        number: Its number, from 1.
        head: The words at its head; empty where there are none.
        holds: The name of a field, ``notes`` or ``leave_out``.
        field: The field; None for a note and for what is left out.
        said: Whether the planner said so; else it was guessed.
    """

    number: int
    head: str
    holds: str
    field: Field | None
    said: bool

    @property
    def label(self) -> str:
        """What the planner calls it."""
        return shortened(self.head) or f"column {letters(self.number)}"

    @property
    def key(self) -> str:
        """By what ``--map`` knows it: its head, or its letter where the head is none that anyone would type."""
        return self.head if self.head == shortened(self.head) != "" else letters(self.number)


class UnusableMapError(ValueError):
    """What was said with ``--map`` cannot be used; the text is a sentence."""


def head_of(rows: Sequence[Row]) -> Row:
    """The row that names the columns: the first with two cells or more; in a list of one column, the first."""
    return next((row for row in rows if len(row.cells) > 1), rows[0])


def columns_of(
    head: Row, fields: Sequence[Field], said: Iterable[str] = (), hidden: Iterable[int] = ()
) -> tuple[Column, ...]:
    """The columns below a head.

    Args:
        head: The row that names them.
        fields: What they may hold.
        said: What the planner says of some, as ``Column=field``.
        hidden: Those that the sheet hides; they are left out unless the planner says what they hold.

    Raises:
        UnusableMapError: There is no such column or field, or two columns hold the same.
    """
    last = head.cells[-1].column
    heads = dict.fromkeys(range(1, last + 1), "")
    heads |= {cell.column: " ".join(cell.text.split()) for cell in head.cells}
    given = _given(heads, fields, said)
    unseen = dict.fromkeys(hidden, LEFT_OUT)
    guessed = _guessed(heads, fields, unseen | given)
    named = {field.name: field for field in fields}
    return tuple(
        Column(number, text, holds, named.get(holds), number in given)
        for number, text in heads.items()
        for holds in (given.get(number) or unseen.get(number) or guessed.get(number) or NOTES,)
    )


def _given(heads: Mapping[int, str], fields: Sequence[Field], said: Iterable[str]) -> dict[int, str]:
    given: dict[int, str] = {}
    for piece in said:
        head, equals, holds = piece.rpartition("=")
        if not equals:
            raise UnusableMapError(f'Write --map "Column=field", not "{shortened(piece)}".')
        number, holds = _number(head.strip(), heads), _field_named(holds.strip(), fields)
        if number in given:
            raise UnusableMapError(f'The column "{shortened(head)}" is mapped twice.')
        if holds in given.values() and holds not in (NOTES, LEFT_OUT):
            raise UnusableMapError(f"Two columns are mapped to {holds}.")
        given[number] = holds
    return given


def _number(wanted: str, heads: Mapping[int, str]) -> int:
    """The column of a head, or of a letter."""
    found = [number for number, head in heads.items() if head and (head == wanted or folded(head) == folded(wanted))]
    if len(found) > 1:
        choice = listed(letters(number) for number in found)
        raise UnusableMapError(f'Several columns are named "{shortened(wanted)}": name one by its letter, {choice}.')
    if found:
        return found[0]
    by_letter = [number for number in heads if letters(number) == wanted.upper()]
    if by_letter:
        return by_letter[0]
    meant = nearest(wanted, [head for head in heads.values() if head])
    hint = f' Did you mean "{meant}"?' if meant else ""
    raise UnusableMapError(f'There is no column "{shortened(wanted)}".{hint}')


def _field_named(wanted: str, fields: Sequence[Field]) -> str:
    names = [*(field.name for field in fields), NOTES, LEFT_OUT]
    plain = wanted.lower().replace("-", "_").replace(" ", "_")
    if plain in names:
        return plain
    meant = nearest(wanted, names)
    hint = f"Did you mean {meant}?" if meant else f"Use {listed(names, 40)}."
    raise UnusableMapError(f'There is no field "{shortened(wanted)}" to map to. {hint}')


def _guessed(heads: Mapping[int, str], fields: Sequence[Field], given: Mapping[int, str]) -> dict[int, str]:
    """The field of each column as far as its words tell; of several columns the one with the surest words holds it."""
    free = {number: words_of(head) for number, head in heads.items() if head and number not in given}
    guessed: dict[int, str] = {}
    for field in fields:
        if field.name in given.values():
            continue
        ranked = [
            (shortness, field.heads.index(word), number)
            for number, words in free.items()
            for shortness, word in enumerate(words)
            if word in field.heads
        ]
        if ranked:
            *_, number = min(ranked)
            guessed[number] = field.name
            del free[number]
    return guessed
