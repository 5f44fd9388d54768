"""The program as plain data: texts, whole numbers, yes and no; where a value comes from is left out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from pydantic import BaseModel

from leadkit.model.base import Item
from leadkit.values.quantities import Duration

FORMAT = 1
"""The version of the form of the data files."""
Data = None | bool | int | str | list["Data"] | dict[str, "Data"]
_ORIGIN = frozenset(Item.model_fields)


def as_data(value: object) -> Data:
    """A value of the program as data; a text stays as it is, and is never read as anything but text."""
    if value is None or isinstance(value, bool | str | int):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Duration):
        return duration(value)
    if isinstance(value, BaseModel):
        return {name: as_data(getattr(value, name)) for name in type(value).model_fields if name not in _ORIGIN}
    if isinstance(value, Mapping):
        return {str(as_data(key)): as_data(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [as_data(each) for each in value]
    return value.isoformat() if isinstance(value, date) else _exact(value)


def duration(length: Duration | None) -> Data:
    """A stretch of time as a unit and a whole number."""
    if length is None:
        return None
    return {"unit": length.period.value.replace(" ", "_"), "count": length.count}


def words(values: tuple[object, ...]) -> list[Data]:
    """A list of ids, or of words from a list of choices."""
    return [as_data(each) for each in values]


def said(text: str) -> str:
    """An id as words, where the program has no other name for something."""
    return text.replace("-", " ").replace("_", " ").strip().capitalize()


def to_json(data: Mapping[str, object] | list[Data]) -> bytes:
    """A data file: the keys in order, the same bytes each time."""
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8", "replace")


def _exact(value: object) -> str:
    """A number with decimals, an amount or hours, as a planner writes them: no data file holds a fraction."""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
