"""The small language of rules: all, any and not over facts that are, are in, are below, at least, or within.

It has no arithmetic between facts, no functions and no text, so that the same rule gives the same answer in the engine,
in a browser and over tables, and so that two versions can be compared exactly.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator


class Part(BaseModel):
    """A part of a policy: closed, frozen, and read as strictly as it is written."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True, populate_by_name=True)


class All(Part):
    """Every one of these holds; of none, true."""

    all: tuple[Expression, ...]


class Any(Part):
    """At least one of these holds; of none, false."""

    any: tuple[Expression, ...]


class Not(Part):
    """This does not hold."""

    not_: Expression = Field(alias="not")


class Is(Part):
    """A yes-or-no fact has this answer."""

    fact: str
    is_: bool = Field(alias="is")


class In(Part):
    """A choice is one of these options."""

    fact: str
    in_: tuple[str, ...] = Field(alias="in", min_length=1)


class Below(Part):
    """A number, or a number that a reducer makes, is below this one."""

    fact: str
    below: int


class AtLeast(Part):
    """A number, or a number that a reducer makes, is this one or more."""

    fact: str
    at_least: int


class Window(Part):
    """A stretch of calendar time; exactly one of the two is given.

    Attributes:
        months: Calendar months; a year is twelve.
        days: Days.
    """

    months: int | None = Field(default=None, ge=1)
    days: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _one_of_the_two(self) -> Self:
        """Refuse a stretch in both, or in neither."""
        if (self.months is None) == (self.days is None):
            raise ValueError("give months or days, and one of them only")
        return self


class Within(Part):
    """A date lies within a stretch of time before the day of the contact.

    It does up to and on the day with the same number after that stretch. Where that month has no such day, its last
    day counts: ten years from 29 February 2016 end with 28 February 2026.
    """

    fact: str
    within: Window


def _kind(value: object) -> str | None:
    """The word that tells one expression from another; None where there is none."""
    if isinstance(value, dict):
        return next((word for word in _WORDS if word in value), None)
    return next((word for word, kind in _WORDS.items() if isinstance(value, kind)), None)


_WORDS: dict[str, type[Part]] = {
    "all": All,
    "any": Any,
    "not": Not,
    "is": Is,
    "in": In,
    "below": Below,
    "at_least": AtLeast,
    "within": Within,
}

Expression = Annotated[
    Annotated[All, Tag("all")]
    | Annotated[Any, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[Is, Tag("is")]
    | Annotated[In, Tag("in")]
    | Annotated[Below, Tag("below")]
    | Annotated[AtLeast, Tag("at_least")]
    | Annotated[Within, Tag("within")],
    Discriminator(_kind),
]
"""A rule's condition; the word in it says which kind."""
