"""Figures that a measure counts to: a number, a share, a sum of money or a length of time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Self

from leadkit.values.text_type import TextType

_NUMBER = r"-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,9})?"


class FigureUnit(StrEnum):
    """What a figure counts: things, hundredths, dollars, or time."""

    NUMBER = "number"
    PERCENT = "percent"
    DOLLARS = "dollars"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


class Qualifier(StrEnum):
    """How exact a published figure is."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


_MARKS = {"": FigureUnit.NUMBER, "%": FigureUnit.PERCENT}


@dataclass(frozen=True, slots=True)
class Figure(TextType):
    """A figure as a report prints it, such as ``87``, ``34%``, ``$7,541``, ``1.4`` or ``22 minutes``."""

    PATTERN: ClassVar[str] = rf"^\$?{_NUMBER}( ?%| (minute|hour|day|month|year)s?)?$"

    value: Decimal
    unit: FigureUnit

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a number, with ``$`` before it, or with ``%`` or a unit of time after it.

        Raises:
            ValueError: The text has another form.
        """
        match = re.fullmatch(
            rf"(?P<dollar>\$?)(?P<number>{_NUMBER})\s*(?P<unit>%|minutes?|hours?|days?|months?|years?)?", text
        )
        if match is None or (match["dollar"] and match["unit"]):
            raise ValueError("write a figure as 87, 34%, $7,541 or 22 minutes")
        number = Decimal(match["number"].replace(",", ""))
        if match["dollar"]:
            return cls(number, FigureUnit.DOLLARS)
        word = match["unit"] or ""
        return cls(number, _MARKS[word] if word in _MARKS else FigureUnit(word.rstrip("s") + "s"))

    def __str__(self) -> str:
        """The figure as a report prints it."""
        if self.unit is FigureUnit.DOLLARS:
            return f"${self.value:,}"
        if self.unit is FigureUnit.PERCENT:
            return f"{self.value:,}%"
        if self.unit is FigureUnit.NUMBER:
            return f"{self.value:,}"
        return f"{self.value:,} {self.unit.value.removesuffix('s') if self.value == 1 else self.unit.value}"
