"""Why cells and rows of a file cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from leadkit.spreadsheets.codes import UNREADABLE_CELL, UNREADABLE_ROW
from leadkit.spreadsheets.reading.table import about, letters, place, shortened

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.spreadsheets.columns.mapping import Column
    from leadkit.spreadsheets.entries.draft import Origin, Path
    from leadkit.spreadsheets.reading.table import Cell

_OWN = "Value error, "
"""What pydantic puts before a sentence of a field's own reader."""


class Faults:
    """Collects findings about one file.

    Attributes:
        found: The findings.
    """

    def __init__(self, name: str) -> None:
        self.found: list[Diagnostic] = []
        self._name = name

    def cell(self, origin: Origin, end: str) -> None:
        """A cell says something that its field cannot take; ``end`` ends the sentence."""
        column, cell = origin.column, origin.cell
        remedy = f"Write it like “{column.field.example}”." if column.field else ""
        if column.field is None or not column.field.required:
            remedy += f' To keep the column as a note: --map "{column.key}=notes".'
        message = f"({column.label}) says “{shortened(cell.text)}”{end}"
        self.found.append(about(UNREADABLE_CELL, self._name, cell, message, remedy))

    def trouble(self, cell: Cell, column: Column) -> None:
        """A cell cannot be read at all."""
        remedy = f'Put the text itself into the cell. To leave the column out: --map "{column.key}=leave_out".'
        self.found.append(about(UNREADABLE_CELL, self._name, cell, f"({column.label}) {cell.trouble}", remedy))

    def headless(self, cell: Cell) -> None:
        """A cell stands to the right of all heads."""
        self.found.append(
            UNREADABLE_ROW.at(
                place(self._name, cell.row, cell.column),
                message=f"Row {cell.row} has a cell in column {letters(cell.column)}, which has no head.",
                remedy="Give the column a head; in a .csv file, put a text that has commas in it in quotation marks.",
            )
        )

    def row(self, number: int, why: str, remedy: str) -> None:
        """A row cannot become an entry; ``why`` ends the sentence."""
        message = f"Row {number} {why}."
        self.found.append(UNREADABLE_ROW.at(place(self._name, number), message=message, remedy=remedy))

    def misfit(self, row: int, where: Path, sentence: str, origins: Mapping[Path, Origin]) -> None:
        """The model does not take a value.

        Args:
            row: The row.
            where: Where in the entry the value stands.
            sentence: What pydantic says; it is repeated where the field says it itself.
            origins: The cell of each value.
        """
        paths = (where[:length] for length in range(len(where), 0, -1))
        origin = next((origins[path] for path in paths if path in origins), None)
        if origin is None:
            name = ".".join(where)
            self.row(row, f"has no {name}" if name else "says what does not fit together", "Complete the row.")
        elif sentence.startswith(_OWN):
            self.cell(origin, f": {sentence.removeprefix(_OWN).rstrip('.')}.")
        else:
            self.cell(origin, f", which the field {origin.column.holds} cannot take.")
