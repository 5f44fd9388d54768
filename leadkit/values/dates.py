"""Dates at the precision they were written: a year, a year and month, or a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from leadkit.values.text_type import TextType

_MATCH = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")

_FIRST_YEAR, _LAST_YEAR = 1600, 2199
"""Laws still cited are no older, and agreements do not reach so far; 9999 stands for no end, and 0001 for a slip."""


@dataclass(frozen=True, slots=True)
class PartialDate(TextType):
    """A date that may lack its day, or its month and day: an interval of days.

    Attributes:
        first: The first day it may mean.
        last: The last day it may mean; equal to ``first`` where a day was written.
        text: As written: ``2014``, ``2014-04`` or ``2014-04-07``.
    """

    PATTERN: ClassVar[str] = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"

    first: date
    last: date
    text: str

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        Raises:
            ValueError: The text has another form, or names a day that does not exist.
        """
        match = _MATCH.fullmatch(text.strip())
        if match is None:
            raise ValueError("write a date as YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
        assert year is not None
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            raise ValueError(f"write a year from {_FIRST_YEAR} to {_LAST_YEAR}; what has no end has no last day")
        if month is None:
            return cls(date(year, 1, 1), date(year, 12, 31), text.strip())
        if not 1 <= month <= 12:
            raise ValueError(f"there is no month {month:02d}")
        length = calendar.monthrange(year, month)[1]
        if day is None:
            return cls(date(year, month, 1), date(year, month, length), text.strip())
        if not 1 <= day <= length:
            raise ValueError(f"{calendar.month_name[month]} {year} has {length} days")
        return cls(date(year, month, day), date(year, month, day), text.strip())

    @property
    def is_day(self) -> bool:
        """Whether a day was written, so that a clock or a signature may use it."""
        return self.first == self.last

    def begun(self, on: date) -> bool | None:
        """Whether this date has come by ``on``: True, False, or None where ``on`` falls inside it."""
        if on >= self.last:
            return True
        return False if on < self.first else None

    def passed(self, on: date) -> bool | None:
        """Whether ``on`` lies after this date: True, False, or None where ``on`` falls inside it."""
        if on > self.last:
            return True
        return False if on < self.first or self.is_day else None

    def __str__(self) -> str:
        """The date as it was written."""
        return self.text
