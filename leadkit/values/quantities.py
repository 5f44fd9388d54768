"""Amounts with their units, exact: weights, counts, money and stretches of time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Self

from leadkit.values.text_type import TextType

# Fifteen digits are more than any budget has; what a number of a million digits does to arithmetic is no finding.
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,9})?"


class Unit(StrEnum):
    """Units of a limit on what a person holds; a weight is kept in the unit the law or program names."""

    MILLIGRAM = "mg"
    GRAM = "g"
    KILOGRAM = "kg"
    OUNCE = "oz"
    POUND = "lb"
    PILL = "pills"
    DOSE = "doses"
    ITEM = "items"
    PLANT = "plants"
    DOLLAR = "dollars"


_UNIT_WORDS = {
    **{unit.value: unit for unit in Unit},
    "milligram": Unit.MILLIGRAM, "milligrams": Unit.MILLIGRAM,
    "gram": Unit.GRAM, "grams": Unit.GRAM,
    "kilogram": Unit.KILOGRAM, "kilograms": Unit.KILOGRAM,
    "ounce": Unit.OUNCE, "ounces": Unit.OUNCE,
    "pound": Unit.POUND, "pounds": Unit.POUND,
    "pill": Unit.PILL, "dose": Unit.DOSE, "item": Unit.ITEM, "plant": Unit.PLANT, "dollar": Unit.DOLLAR,
}  # fmt: skip

# Exact by definition: the international avoirdupois pound is 453.59237 g (NIST Handbook 44, appendix C).
_MILLIGRAMS = {
    Unit.MILLIGRAM: Decimal(1),
    Unit.GRAM: Decimal(1000),
    Unit.KILOGRAM: Decimal(1_000_000),
    Unit.OUNCE: Decimal("28349.523125"),
    Unit.POUND: Decimal("453592.37"),
}


@dataclass(frozen=True, slots=True)
class Amount(TextType):
    """An amount with its unit, such as ``6 g``, ``12 pills`` or ``$250``."""

    PATTERN: ClassVar[str] = rf"^\$?({_NUMBER})( ?[a-z]+)?$"

    value: Decimal
    unit: Unit

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a number and a unit; a leading ``$`` means dollars.

        Raises:
            ValueError: There is no number, no unit, or a unit that leadkit does not know.
        """
        match = re.fullmatch(rf"(?P<dollar>\$?)\s*(?P<number>{_NUMBER})\s*(?P<unit>[A-Za-z]*)", text)
        if match is None:
            raise ValueError("write a number and a unit, such as 6 g, 12 pills or $250")
        number = Decimal(match["number"].replace(",", ""))
        if match["dollar"] and not match["unit"]:
            return cls(number, Unit.DOLLAR)
        if match["dollar"] or not match["unit"]:
            raise ValueError("write a number and one unit, such as 6 g, 12 pills or $250")
        unit = _UNIT_WORDS.get(match["unit"].lower())
        if unit is None:
            raise ValueError(f'"{match["unit"]}" is not a unit; use one of {", ".join(Unit)}')
        return cls(number, unit)

    @property
    def milligrams(self) -> Decimal | None:
        """The weight in milligrams, exact; None where the amount is not a weight."""
        factor = _MILLIGRAMS.get(self.unit)
        return None if factor is None else self.value * factor

    def __str__(self) -> str:
        """The amount as a planner writes it."""
        return f"${self.value:,}" if self.unit is Unit.DOLLAR else f"{self.value} {self.unit.value}"


@dataclass(frozen=True, slots=True)
class Money(TextType):
    """A sum in United States dollars, such as ``$1,260,648``."""

    PATTERN: ClassVar[str] = rf"^\$({_NUMBER})$"

    dollars: Decimal

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a sum that begins with ``$``.

        Raises:
            ValueError: The text has another form.
        """
        match = re.fullmatch(rf"\$\s*(?P<number>{_NUMBER})", text)
        if match is None:
            raise ValueError("write a sum of money as $70,000")
        return cls(Decimal(match["number"].replace(",", "")))

    def __str__(self) -> str:
        """The sum with thousands separators."""
        return f"${self.dollars:,}"


class Period(StrEnum):
    """Units of a stretch of time."""

    MINUTE = "minutes"
    HOUR = "hours"
    DAY = "days"
    BUSINESS_DAY = "business days"
    WEEK = "weeks"
    MONTH = "months"
    YEAR = "years"


_MINUTES = {Period.MINUTE: 1, Period.HOUR: 60, Period.DAY: 1440, Period.WEEK: 10080}
_MONTHS = {Period.MONTH: 1, Period.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Duration(TextType):
    """A stretch of time in the unit it was written in, such as ``30 days``, ``24 months`` or ``30 minutes``."""

    PATTERN: ClassVar[str] = r"^[0-9]+ (minute|hour|day|business day|week|month|year)s?$"

    count: int
    period: Period

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a whole number and a unit of time.

        Raises:
            ValueError: The text has another form.
        """
        match = re.fullmatch(
            r"(?P<count>[0-9]{1,6})\s+(?P<period>minute|hour|day|business day|week|month|year)s?", text
        )
        if match is None:
            raise ValueError("write a whole number and a unit of time, such as 30 days or 10 years")
        return cls(int(match["count"]), Period(match["period"] + "s"))

    def longer_than(self, other: Duration) -> bool | None:
        """Whether this is longer than ``other``; None where days and months cannot be compared."""
        for scale in (_MINUTES, _MONTHS):
            if self.period in scale and other.period in scale:
                return self.count * scale[self.period] > other.count * scale[other.period]
        if self.period is other.period:
            return self.count > other.count
        return None

    def __str__(self) -> str:
        """The stretch as a planner writes it: ``1 day``, ``30 days``."""
        return f"{self.count} {self.period.value[:-1] if self.count == 1 else self.period.value}"
