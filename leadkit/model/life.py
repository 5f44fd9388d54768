"""Whether an object that has dates of its own, such as a phase, is going on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from leadkit.values.dates import PartialDate

_BEGINS = ("starts", "starts_by", "begins")
_ENDS = ("ends",)


def going_on(value: BaseModel, on: date) -> bool:
    """Whether a day surely lies between an object's own beginning and end; an object without them always goes on.

    These dates are data, unlike ``effective_from``: a phase of next year is described today.
    """
    begun = all(begins.begun(on) is True for begins in _dates(value, _BEGINS))
    return begun and all(ends.passed(on) is False for ends in _dates(value, _ENDS))


def _dates(value: BaseModel, names: tuple[str, ...]) -> Iterator[PartialDate]:
    found = (getattr(value, name, None) for name in names)
    return (one for one in found if isinstance(one, PartialDate))
