"""What importing a table would do to a program, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.diagnostic import Severity, listed
from leadkit.model.load import Jurisdiction
from leadkit.source.tree import Entry, Plain, find, words
from leadkit.source.tree import Mapping as Group
from leadkit.spreadsheets.codes import DIFFERENCE, HIDDEN, MISSING_COLUMN
from leadkit.spreadsheets.entries.belonging import without_government
from leadkit.spreadsheets.entries.draft import Draft, put
from leadkit.spreadsheets.entries.known import known_of
from leadkit.spreadsheets.entries.row import RowReader
from leadkit.spreadsheets.entries.together import differences, together
from leadkit.spreadsheets.entries.unparted import in_one
from leadkit.spreadsheets.reading.table import letters, several
from leadkit.spreadsheets.reading.table import place as place_of
from leadkit.spreadsheets.splicing.trial import Trial, closing, is_sound, try_out

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.spreadsheets.columns.mapping import Column
    from leadkit.spreadsheets.entries.collection import Collection
    from leadkit.spreadsheets.entries.known import Known
    from leadkit.spreadsheets.reading.table import Row, Table


@dataclass(frozen=True)
class Plan:
    """What an import would do.

    Attributes:
        new: The paths of the entries that it would add, in the order of the rows.
        same: How many entries of the sheet the program has already, whether or not a row differs.
        found: What was found in the file and the program: what keeps it from being written are the errors.
        trial: The program with the new entries; None where there are none, or they cannot be added.
        closing: The same with the entries taken out of ``open`` that it answers; None where there are none, or they
            cannot be taken out.
    """

    new: tuple[str, ...] = ()
    same: int = 0
    found: tuple[Diagnostic, ...] = ()
    trial: Trial | None = None
    closing: Trial | None = None


def plan(
    table: Table,
    head: Row,
    columns: Sequence[Column],
    collection: Collection,
    jurisdiction: Jurisdiction,
    *,
    skip_unreadable: bool = False,
) -> Plan:
    """Read the rows below a head, and try out what they would add to a program.

    Args:
        table: The table.
        head: The row that names the columns.
        columns: What they hold.
        collection: What the rows are.
        jurisdiction: The program, which is sound.
        skip_unreadable: Whether to add the rows that can be read although others cannot.
    """
    rows = [row for row in table.rows if row.number > head.number]
    if missing := _missing(table, head, columns, collection):
        return Plan(found=(*table.diagnostics, *missing, *_unseen(table, head, columns)))
    known = known_of(jurisdiction)
    reader = RowReader(table.name, collection, columns, known)
    drafts = [draft for row in rows if (draft := reader.read(row)) is not None]
    entries, twice = together(table.name, drafts)
    unreadable = [*reader.found, *twice]
    there = [draft for draft in entries.values() if draft.known]
    new = [draft for draft in entries.values() if not draft.known]
    found = [
        *table.diagnostics,
        *_unseen(table, head, columns),
        *unreadable,
        *_differing(table, there, collection, known, jurisdiction),
    ]
    wanted = new if skip_unreadable or not unreadable else []
    found += (*without_government(table.name, wanted), *in_one(table.name, wanted))
    more = additions(wanted, collection)
    trial = try_out(jurisdiction, more) if wanted else None
    refused = trial.refused if trial else ()
    return Plan(
        tuple(_paths(wanted, collection)) if not refused else (),
        len(there),
        tuple(sorted((*found, *refused), key=lambda one: one.spans[0])),
        trial if not refused else None,
        closing(jurisdiction, more, trial) if trial else None,
    )


def unsound(jurisdiction: Jurisdiction) -> tuple[Diagnostic, ...]:
    """Why nothing can be added to a program; nothing where it can be read as a whole."""
    if is_sound(jurisdiction):
        return ()
    found = jurisdiction.source.diagnostics
    return tuple(one for one in found if one.is_error) or tuple(found)


def _missing(table: Table, head: Row, columns: Sequence[Column], collection: Collection) -> tuple[Diagnostic, ...]:
    """The findings about fields that no column holds."""
    held = {column.holds for column in columns}
    heads = listed((column.label for column in columns), 20)
    return tuple(
        MISSING_COLUMN.at(
            place_of(table.name, head.number),
            message=f"No column of row {head.number} gives {field.name.replace('_', ' ')}: {heads}.",
            remedy=f'Say which does: --map "Column={field.name}".',
        )
        for field in collection.fields
        if field.required and field.name not in held
    )


def _unseen(table: Table, head: Row, columns: Sequence[Column]) -> tuple[Diagnostic, ...]:
    """The finding about columns that are hidden, unless the planner said what they hold."""
    unseen = [column for column in columns if column.number in table.hidden and not column.said]
    if not unseen:
        return ()
    named = several("column", (f"{letters(column.number)} ({column.label})" for column in unseen))
    return (
        HIDDEN.at(
            place_of(table.name, head.number, unseen[0].number),
            message=f"Hidden in the sheet, and left out: {named}.",
            remedy=f'To read one, say what it holds: --map "{unseen[0].key}=notes", or the name of a field.',
        ),
    )


def _paths(drafts: Sequence[Draft], collection: Collection) -> Iterator[str]:
    """The paths of what is added, each once."""
    yield from dict.fromkeys(f"services.categories.{id_}" for draft in drafts for id_ in draft.categories)
    yield from (".".join((*collection.path, draft.id)) for draft in drafts)


def additions(drafts: Sequence[Draft], collection: Collection) -> dict[str, Plain]:
    """What is added to the program, new kinds of help first."""
    more: dict[str, Plain] = {}
    for draft in drafts:
        for id_, category in draft.categories.items():
            put(more, ("services", "categories", id_), category)
    for draft in drafts:
        put(more, (*collection.path, draft.id), draft.whole)
    return more


def _differing(
    table: Table, drafts: Sequence[Draft], collection: Collection, known: Known, jurisdiction: Jurisdiction
) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for draft in drafts:
        written = _written(jurisdiction.source.root, (*collection.path, draft.id))
        different = list(differences(draft, collection.there(known)[draft.id], _notes(written)))
        places = (place_of(table.name, draft.row), *([written.key.span] if written else []))
        path = ".".join((*collection.path, draft.id))
        row = f"Row {draft.row}"
        if against := "; ".join(str(one) for one in different if one.program):
            message = f"{row} says of {path}: {against}."
            remedy = "The program was left as it is. Correct it by hand where the sheet is right."
            found.append(DIFFERENCE.at(*places, message=message, remedy=remedy, path=path))
        if more := "; ".join(str(one) for one in different if not one.program):
            message = f"{row} has what {path} lacks in the program: {more}."
            remedy = "leadkit changes no entry that is there: add it by hand."
            found.append(DIFFERENCE.at(*places, message=message, remedy=remedy, path=path, severity=Severity.NOTE))
    return found


def _written(root: Group, path: Sequence[str]) -> Entry | None:
    """An entry as it is written."""
    above = find(root, path[:-1])
    return above.entries.get(path[-1]) if isinstance(above, Group) else None


def _notes(written: Entry | None) -> list[str]:
    """What the planner has noted in an entry; a sheet's columns are kept as ``notes``, and may be moved to ``x-…``."""
    free = written.value.free if written and isinstance(written.value, Group) else ()
    return [note for entry in free for note in words(entry.value)]
