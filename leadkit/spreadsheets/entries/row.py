"""One row, read into an entry; or every reason why it cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pydantic import ValidationError

from leadkit.spreadsheets.columns.field import ID, LEFT_OUT, NOTES, Form, folded
from leadkit.spreadsheets.entries.draft import Draft, Origin, Path, put
from leadkit.spreadsheets.entries.faults import Faults
from leadkit.spreadsheets.entries.identity import agency_id, provider_id
from leadkit.spreadsheets.entries.kinds import categories_in
from leadkit.spreadsheets.entries.values import agency_type, counted_as, read_value, whole_address

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.source.tree import Plain
    from leadkit.spreadsheets.columns.mapping import Column
    from leadkit.spreadsheets.entries.collection import Collection
    from leadkit.spreadsheets.entries.known import Known
    from leadkit.spreadsheets.reading.table import Row

_REMARKS = frozenset(("note", "notes", "remark", "remarks", "comment", "comments"))
_LONGEST_NAME = 400


class RowReader:
    """Reads the rows of one file."""

    def __init__(self, name: str, collection: Collection, columns: Sequence[Column], known: Known) -> None:
        self._faults = Faults(name)
        self._collection = collection
        self._columns = {column.number: column for column in columns}
        self._order = {field.name: number for number, field in enumerate(collection.fields)}
        self._known = known

    @property
    def found(self) -> Sequence[Diagnostic]:
        """Why rows could not be read."""
        return self._faults.found

    def read(self, row: Row) -> Draft | None:
        """The entry of a row; None where something in it cannot be read."""
        before = len(self.found)
        reading = _Reading(row)
        for origin in self._held(row):
            try:
                self._take(origin, reading)
            except ValueError as wrong:
                self._faults.cell(origin, f": {wrong}" + ("" if str(wrong).endswith("?") else "."))
        name = reading.value.get(self._collection.name_path[0])
        if isinstance(name, str):
            self._fit(reading)
        elif len(self.found) == before:
            self._faults.row(row.number, "has no name", "Give it one, or take the row out.")
        if len(self.found) > before or not isinstance(name, str):
            return None
        return self._identified(name, reading)

    def _held(self, row: Row) -> Iterator[Origin]:
        """The cells that hold fields, in the order of the fields."""
        held: list[Origin] = []
        for cell in row.cells:
            column = self._columns.get(cell.column)
            if column is None:
                self._faults.headless(cell)
            elif column.holds == LEFT_OUT:
                continue
            elif cell.trouble:
                self._faults.trouble(cell, column)
            elif column.field is not None:
                held.append(Origin(cell, column))
        return iter(sorted(held, key=lambda one: self._order[one.column.holds]))

    def _take(self, origin: Origin, reading: _Reading) -> None:
        """Take what a cell says into the entry."""
        field, text = origin.column.field, origin.cell.text
        assert field is not None  # columns without a field are not held
        reading.origins[field.path] = origin
        if field.form is Form.KINDS:
            ids, new = categories_in(text, self._known)
            reading.categories.update(new)
            put(reading.value, field.path, [*ids])
        elif field.form is Form.AGENCY_TYPE:
            reading.value.update(agency_type(text))
            reading.origins["type_text",] = origin
        elif field.form is Form.STREET:
            for name, part in whole_address(text).items():
                put(reading.value, (field.path[0], name), part)
                reading.origins[field.path[0], name] = origin
        elif field is not ID:
            put(reading.value, field.path, read_value(field.form, text, self._known))
            if field.form is Form.CAPACITY and (of := counted_as(origin.column.head)):
                put(reading.value, (field.path[0], "of"), of)
                reading.origins[field.path[0], "of"] = origin

    def _fit(self, reading: _Reading) -> None:
        """Find what the model does not take."""
        _say_what_for(reading.value)
        try:
            self._collection.model().model_validate(reading.value)
        except ValidationError as invalid:
            for error in invalid.errors(include_url=False, include_input=False):
                where = tuple(str(step) for step in error["loc"])
                self._faults.misfit(reading.row.number, where, error["msg"], reading.origins)
        if any(len(name) > _LONGEST_NAME for name in reading.new_names):
            self._faults.cell(reading.origins["categories",], ", which is too long for the name of a kind of help.")

    def _identified(self, name: str, reading: _Reading) -> Draft | None:
        """The entry, once it is known which one it is."""
        said = reading.origins[ID.path].cell.text if ID.path in reading.origins else ""
        try:
            id_, there = self._identity(name, said, reading.value)
        except ValueError as wrong:
            remedy = "Change the name in one of the two, or give an id in a column named id."
            self._faults.row(reading.row.number, f"cannot become an entry: {wrong}", remedy)
            return None
        notes, number = self._notes(reading.row), reading.row.number
        return Draft(id_, name, number, there, reading.value, notes, reading.origins, reading.categories)

    def _identity(self, name: str, said: str, value: dict[str, Plain]) -> tuple[str, bool]:
        """The id, and whether the program has it; a provider that is an agency of the program is named by its id."""
        if self._collection.name == "agencies":
            return agency_id(name, said, self._known)
        agency = self._known.agency_named(name)
        found = provider_id(name, said, agency, self._known)
        if agency is not None:
            rest = {field: each for field, each in value.items() if field != "name"}
            value.clear()
            value["agency"] = agency
            value |= rest
        return found

    def _notes(self, row: Row) -> tuple[str, ...]:
        """What no field holds, with the head of its column."""
        noted = ((self._columns[cell.column], cell.text) for cell in row.cells)
        return tuple(
            text if folded(column.head) in _REMARKS else f"{column.head or column.label}: {text}"
            for column, text in noted
            if column.holds == NOTES
        )


class _Reading:
    """What has been read of one row."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.value: dict[str, Plain] = {}
        self.origins: dict[Path, Origin] = {}
        self.categories: dict[str, Plain] = {}

    @property
    def new_names(self) -> Iterator[str]:
        """The names of new kinds of help."""
        return (str(category["name"]) for category in self.categories.values() if isinstance(category, dict))


def _say_what_for(value: dict[str, Plain]) -> None:
    """Say what the contact is for: a sheet of partners has one for everything."""
    contacts = value.get("contacts")
    if isinstance(contacts, dict) and isinstance(contacts["general"], dict):
        contacts["general"] = {"kind": "general", **contacts["general"]}
