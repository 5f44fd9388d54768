"""Measures with their numerators, denominators and observations."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from leadkit.model.base import Closed, Item, expected, optional, required
from leadkit.model.events import Event
from leadkit.model.references import CategoryId, DutyHolderId, ElementId, Id
from leadkit.model.scalars import Count, Flag, Line, Prose, Several
from leadkit.values.dates import PartialDate
from leadkit.values.day import DateKey
from leadkit.values.figures import Figure, Qualifier
from leadkit.values.quantities import Duration


class ElementType(StrEnum):
    """What form a data element has."""

    CODE = "code"
    DATE = "date"
    TIME = "time"
    COUNT = "count"
    MONEY = "money"
    YES_NO = "yes_no"
    TEXT = "text"
    PERSON_CODE = "person_code"


class Element(Item):
    """One thing that is written down for each referral or participant."""

    label: Line = required("What is written down, in a few words.", "Referring unit")
    type: ElementType | None = optional("What form the data element has.", "code")
    category: CategoryId | None = expected(
        "The category of information it belongs to, which decides who may see it.", "referral-status"
    )
    recorded_by: Several[DutyHolderId] = expected("Who writes the data element down.", ["screening-desk"], default=())
    recorded_at: Event | None = optional("When it is written down.", "referral")
    values: dict[Id, Line] = optional(
        "The values it may take, by code.",
        {"street": "Sleeping outside", "shelter": "In a shelter"},
        default={},
    )
    self_reported: Flag | None = optional("Whether the person says it, rather than an official who guesses.", "yes")
    mandatory: Flag | None = optional("Whether a record without it is incomplete.", "yes")


class IndicatorKind(StrEnum):
    """What kind of figure a measure gives."""

    COUNT = "count"
    SHARE = "share"
    RATE = "rate"
    MEAN = "mean"
    MEDIAN = "median"
    RATIO = "ratio"
    COST = "cost"


class Span(StrEnum):
    """The time that one figure covers."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    FISCAL_YEAR = "fiscal_year"
    TO_DATE = "to_date"
    POINT_IN_TIME = "point_in_time"


class Disaggregation(StrEnum):
    """How a figure is broken down."""

    RACE = "race"
    ETHNICITY = "ethnicity"
    SEX = "sex"
    GENDER = "gender"
    AGE = "age"
    AREA = "area"
    PATHWAY = "pathway"
    OFFENCE = "offence"
    REFERRING_AGENCY = "referring_agency"
    REFERRING_UNIT = "referring_unit"
    HOUSING = "housing"
    LANGUAGE = "language"


class Direction(StrEnum):
    """Which way the figure should move."""

    UP = "up"
    DOWN = "down"
    NEITHER = "neither"


class Population(Closed):
    """The denominator is known: the people or cases that could have been counted."""

    kind: Literal["population"] = required("The denominator is a known group.", "population")
    of: Prose = required("The group that is counted, in one sentence.", "Everyone referred in the quarter")


class Ambiguous(Closed):
    """The source leaves open which of several denominators it used."""

    kind: Literal["ambiguous"] = required("The source leaves the denominator open.", "ambiguous")
    readings: tuple[Prose, ...] = required(
        "The groups it may be, in one sentence each.",
        ["People offered a ticket", "People who reached the deadline"],
    )


class NoDenominator(Closed):
    """The measure is a bare count, which has no denominator."""

    kind: Literal["none"] = required("A bare count has no denominator.", "none")
    read_with: Id | None = optional("The measure it should be read beside.", "referrals")


Denominator = Annotated[Population | Ambiguous | NoDenominator, Field(discriminator="kind")]
"""What a figure is a share of, told apart by ``kind``."""


class Bound(StrEnum):
    """Whether a target is a floor or a ceiling."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Target(Item):
    """What the parties want a measure to reach."""

    value: Figure = required("The figure that the parties want to reach.", "80%")
    bound: Bound = required("Whether the figure should be at least or at most this.", "at_least")
    by: PartialDate | None = optional("When the figure should be reached.", "2027")


class Observation(Item):
    """A figure that was observed or published."""

    value: Figure | None = optional("The figure that was observed or published.", "87")
    numerator: Count | None = optional("How many were counted.", "67")
    denominator: Count | None = optional("Out of how many they were counted.", "87")
    qualifier: Qualifier | None = optional("How exact the figure is; left out, it is exact.", "over")
    period: Span | None = optional("The time it covers, where it differs from the measure's own.", "to_date")
    breakdown: dict[Disaggregation, dict[Line, Figure]] = optional(
        "The figure broken down.", {"race": {"Black": "34%", "White": "58%"}}, default={}
    )
    suppressed: Flag | None = optional("Whether the figure is held back because it is too small to publish.", "no")
    remark: Prose | None = optional("What a reader must know about the figure.", "Ten months only.")


class Indicator(Item):
    """A measure: what is counted, out of what, over which time, and how it is broken down."""

    title: Line = required("What the measure is called.", "Intake completed in time")
    kind: IndicatorKind | None = expected("What kind of figure it gives.", "share")
    definition: Prose | None = expected(
        "What exactly is counted.", "People whose intake was done within 30 days of the handoff."
    )
    numerator: Prose | None = optional("What is counted above the line.", "Intakes done within 30 days")
    denominator: Denominator | None = expected(
        "What it is a share of. A bare count says so.",
        {"kind": "population", "of": "Handoffs in the quarter"},
    )
    period: Span | None = expected("The time that one figure covers.", "quarter")
    follow_up: Duration | None = optional("How long each person is followed.", "6 months")
    follow_up_from: Event | None = optional("What the follow-up is counted from.", "enrollment")
    elements: Several[ElementId] = optional("The data elements it is made from.", ["referral-date"], default=())
    supplied_by: Several[DutyHolderId] = expected(
        "Who supplies the data.", ["screening-desk", "case-management"], default=()
    )
    disaggregations: Several[Disaggregation] = expected(
        "How the figure is broken down.", ["race", "sex", "age", "pathway"], default=()
    )
    direction: Direction | None = optional("Which way the figure should move.", "up")
    target: Target | None = optional("What the parties want it to reach.", {"value": "80%", "bound": "at_least"})
    observations: dict[DateKey, Observation] = optional(
        "Figures observed, by year, month or day.",
        {"2018": {"value": "87"}, "2019": {"value": "35"}},
        default={},
    )
