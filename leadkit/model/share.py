"""A share of a whole, such as ``80%``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from leadkit.values.text_type import TextType


@dataclass(frozen=True, slots=True)
class Share(TextType):
    """A share in percent, exact, from 0% to 100%.

    Attributes:
        percent: The number before the percent sign.
    """

    PATTERN: ClassVar[str] = r"^[0-9]{1,3}(\.[0-9]+)? ?%$"

    percent: Decimal

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a number followed by a percent sign.

        Raises:
            ValueError: The text has another form, or is more than the whole.
        """
        match = re.fullmatch(r"(?P<number>[0-9]{1,3}(?:\.[0-9]+)?) ?%", text)
        if match is None or Decimal(match["number"]) > 100:
            raise ValueError("write a share as a percentage from 0% to 100%, such as 80%")
        return cls(Decimal(match["number"]))

    def __str__(self) -> str:
        """The share as a planner writes it."""
        return f"{self.percent}%"
