"""A date that must be a day: a clock, a signature or a vote cannot rest on a month."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from leadkit.values.dates import PartialDate


def _must_be_day(value: PartialDate) -> PartialDate:
    """Refuse a year or a month: what is signed is signed on a day."""
    if not value.is_day:
        raise ValueError(
            "write the day as YYYY-MM-DD; if the day is not known, leave the field out and say so under open"
        )
    return value


def _must_be_date(text: str) -> str:
    """Refuse a text that names no date; it stays text, so that it can stand in the path of a field."""
    return PartialDate.parse(text).text


Day = Annotated[PartialDate, AfterValidator(_must_be_day)]
"""A date with its day."""

DateKey = Annotated[str, StringConstraints(pattern=PartialDate.PATTERN), AfterValidator(_must_be_date)]
"""A year, a month or a day that serves as the key of a collection."""
