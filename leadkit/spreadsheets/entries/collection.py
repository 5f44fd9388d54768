"""What can be imported: agencies, or services, which are kinds of help and those who give it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.spreadsheets.columns.agencies import AGENCY_FIELDS
from leadkit.spreadsheets.columns.services import SERVICE_FIELDS

if TYPE_CHECKING:
    from pydantic import BaseModel

    from leadkit.spreadsheets.columns.field import Field
    from leadkit.spreadsheets.entries.known import Entries, Known


@dataclass(frozen=True)
class Collection:
    """Entries of one kind.

    Attributes:
        name: Its name on the command line.
        path: Where its entries stand in a program.
        noun: One entry, and several.
        fields: What columns may hold.
        model: Returns the class of an entry.
        there: Returns the entries that the program has.
    """

    name: str
    path: tuple[str, ...]
    noun: tuple[str, str]
    fields: tuple[Field, ...]
    model: Callable[[], type[BaseModel]]
    there: Callable[[Known], Entries]

    @property
    def name_path(self) -> tuple[str, ...]:
        """Where the name stands that an entry is known by."""
        return next(field.path for field in self.fields if field.required)


def _agency() -> type[BaseModel]:
    from leadkit.model.agencies.agency import Agency

    return Agency


def _provider() -> type[BaseModel]:
    from leadkit.model.services.provider import Provider

    return Provider


COLLECTIONS = {
    "agencies": Collection(
        "agencies", ("agencies",), ("agency", "agencies"), AGENCY_FIELDS, _agency, lambda known: known.agencies
    ),
    "services": Collection(
        "services",
        ("services", "providers"),
        ("provider", "providers"),
        SERVICE_FIELDS,
        _provider,
        lambda known: known.providers,
    ),
}
