"""The controlled words of the section ``program``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, StringConstraints


class AcronymExpansion(StrEnum):
    """What the letters of the program's name stand for."""

    LAW_ENFORCEMENT_ASSISTED_DIVERSION = "law_enforcement_assisted_diversion"
    LET_EVERYONE_ADVANCE_WITH_DIGNITY = "let_everyone_advance_with_dignity"
    OTHER = "other"


class Brand(StrEnum):
    """The name under which the model is known locally."""

    LEAD = "lead"
    PAD = "pad"
    THRIVE = "thrive"
    CLEAR = "clear"
    HOPE = "hope"
    OTHER = "other"


class ProgramStatus(StrEnum):
    """Where the program stands in its life."""

    EXPLORING = "exploring"
    PLANNING = "planning"
    PILOT = "pilot"
    OPERATING = "operating"
    SUSPENDED = "suspended"
    ENDED = "ended"
    TRANSITIONED = "transitioned"


class Population(StrEnum):
    """Whom the program serves by age; the exact ages stand under eligibility."""

    ADULTS = "adults"
    YOUTH = "youth"
    BOTH = "both"


class FidelityModel(StrEnum):
    """What the program measures itself against."""

    BUREAU_CORE = "bureau_core"
    STATE_STATUTE = "state_statute"
    LOCAL = "local"


class Principle(StrEnum):
    """A principle that the program commits to."""

    HARM_REDUCTION = "harm_reduction"
    VOLUNTARY = "voluntary"
    NO_ABSTINENCE_CONDITION = "no_abstinence_condition"
    NON_DISPLACEMENT = "non_displacement"
    RACIAL_EQUITY = "racial_equity"
    SHARED_INTENTION = "shared_intention"
    PARTICIPANT_LED = "participant_led"
    NO_TIME_LIMIT = "no_time_limit"
    OFFICER_DISCRETION = "officer_discretion"
    NO_IMMUNITY = "no_immunity"
    NEVER_WORSE_OFF = "never_worse_off"
    HOUSING_FIRST = "housing_first"


class UnitOfDecision(StrEnum):
    """What one eligibility decision is about."""

    CONTACT = "contact"
    CHARGE = "charge"
    INCIDENT = "incident"


class SeveralCharges(StrEnum):
    """What several charges mean: all must be eligible, any one is enough, or the most serious decides."""

    ALL = "all"
    ANY = "any"
    MOST_SERIOUS = "most_serious"


class GovernmentType(StrEnum):
    """The kind of a government."""

    CITY = "city"
    COUNTY = "county"
    CITY_COUNTY = "city_county"
    TOWN = "town"
    VILLAGE = "village"
    TRIBE = "tribe"
    SCHOOL_DISTRICT = "school_district"
    SPECIAL_DISTRICT = "special_district"
    STATE_AGENCY = "state_agency"
    STATE = "state"


_STATES = frozenset(
    {
        "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA",
        "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM",
        "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA",
        "WV", "WI", "WY", "AS", "GU", "MP", "PR", "VI",
    }
)  # fmt: skip


def _is_state(code: str) -> str:
    """Refuse letters that name no state or territory."""
    if code not in _STATES:
        raise ValueError(f"{code} is not the postal code of a state; write two capital letters, such as NM")
    return code


StateCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), AfterValidator(_is_state)]
"""A state, the District of Columbia or a territory by its two postal letters."""

CatalogueName = Annotated[str, StringConstraints(pattern=r"^us-[a-z]{2}$")]
"""A catalogue of offences shipped with leadkit, such as ``us-wa``."""

TimeZone = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_\-]+){1,2}$")]
"""A time zone by its usual name, such as ``America/Los_Angeles``."""
