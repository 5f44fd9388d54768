"""Rules about the person: age, residence, informants, and harm to a victim in the home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.eligibility.consent import DomesticViolence
from leadkit.model.eligibility.person import AgeAt, ResidenceKind
from leadkit.policy.compile.asked_whole import AskedWhole
from leadkit.policy.compile.questions import PLAIN
from leadkit.policy.compile.say import BUSINESS_DAYS, at_least, below, denied, some, window, yes
from leadkit.policy.policy import Strength, Unit
from leadkit.values.quantities import Period

if TYPE_CHECKING:
    from leadkit.model.eligibility.person import Residence
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

_OLDEST = 130
_TIES = {
    ResidenceKind.LIVES_IN: ("Does the person live in {area}?", "lived in"),
    ResidenceKind.STAYS_IN: ("Does the person stay in {area}?", "stayed in"),
    ResidenceKind.SPENDS_TIME_IN: ("Does the person spend their time in {area}?", "spent their time in"),
}


def compile_person(builder: Builder) -> None:
    """A rule for either end of the ages, for residence, informants and domestic violence.

    Where an exclusion says how strictly one of them holds, it does so on its pathways.
    """
    _ages(builder)
    _residence(builder)
    _informants(builder)
    _domestic_violence(builder)


def _ages(builder: Builder) -> None:
    ages = builder.program.eligibility.age
    if ages is None:
        return
    for field, test, when, text in (
        ("minimum", "under_age", under_age(builder), f"The person is younger than {ages.minimum}."),
        ("maximum", "over_age", over_age(builder), f"The person is older than {ages.maximum}."),
    ):
        if when is not None:
            pathways = builder.besides(test, ages.pathways)
            builder.bar(("eligibility", "age", field), text, when, ages, pathways=pathways)


def under_age(builder: Builder) -> Expression | None:
    """Younger than the program takes; None where no lowest age is given."""
    ages = builder.program.eligibility.age
    return None if ages is None or ages.minimum is None else below(age(builder), ages.minimum)


def over_age(builder: Builder) -> Expression | None:
    """Older than the program takes; None where no highest age is given."""
    ages = builder.program.eligibility.age
    return None if ages is None or ages.maximum is None else at_least(age(builder), ages.maximum + 1)


def age(builder: Builder) -> str:
    """Declare the person's age, on the day that the program says; its full name."""
    ages = builder.program.eligibility.age
    day = "of the offense" if ages is not None and ages.as_of is AgeAt.OFFENCE else "of the contact"
    return builder.number("age", f"How old was the person on the day {day}?", Unit.YEARS, at_most=_OLDEST)


def _residence(builder: Builder) -> None:
    residence = builder.program.eligibility.residence
    short = short_of_residence(builder)
    if residence is not None and short is not None:
        stretch = f" for {residence.at_least}" if residence.at_least else ""
        text = f"The person has not {_tie(residence)[1]} {_area(builder, residence)}{stretch}."
        pathways = builder.besides("residence_short", residence.pathways)
        builder.bar(("eligibility", "residence"), text, short, residence, pathways=pathways)


def short_of_residence(builder: Builder) -> Expression | None:
    """Not in the area, or not for long enough; None where no area is named."""
    residence = builder.program.eligibility.residence
    if residence is None or residence.area is None:
        return None
    area = _area(builder, residence)
    question, been = _tie(residence)
    question = question.format(area=area)
    if residence.counts_unhoused:
        question += " Being there without a home counts."
    stretch = residence.at_least
    if stretch is not None and stretch.period is Period.BUSINESS_DAY:
        builder.asked_whole.append(AskedWhole(("eligibility", "residence", "at_least"), *BUSINESS_DAYS))
        return denied(builder.yes_no("resides", f"{question.removesuffix('?')}, and for at least {stretch}?"))
    away = denied(builder.yes_no("resides", question))
    if stretch is None:
        return away
    wanted = window(stretch)
    unit, count = (Unit.MONTHS, wanted.months) if wanted.months else (Unit.DAYS, wanted.days or 0)
    since = builder.number(f"resident-{unit}", f"For how many whole {unit} has the person {been} {area}?", unit)
    return some(away, below(since, count))


def _tie(residence: Residence) -> tuple[str, str]:
    return _TIES[residence.kind or ResidenceKind.LIVES_IN]


def _area(builder: Builder, residence: Residence) -> str:
    area = builder.program.areas.get(residence.area or "")
    return area.name if area else residence.area or ""


def _informants(builder: Builder) -> None:
    informants = builder.program.eligibility.informants
    if informants and informants.participants_barred:
        words, question = PLAIN["confidential_informant"]
        builder.bar(
            ("eligibility", "informants", "participants_barred"), f"{words}.",
            yes(builder.yes_no("confidential-informant", question, restricted=True)), informants,
            pathways=builder.besides("confidential_informant"), restricted=True,
        )  # fmt: skip


def _domestic_violence(builder: Builder) -> None:
    """Excluded, or reviewed: then somebody decides, whom the program does not name here."""
    victims = builder.program.eligibility.victims
    treated = victims.domestic_violence if victims else None
    if victims and treated in (DomesticViolence.EXCLUDED, DomesticViolence.REVIEWED):
        words, question = PLAIN["domestic_violence"]
        builder.bar(
            ("eligibility", "victims", "domestic_violence"), f"{words}.",
            yes(builder.yes_no("domestic-violence", question)), victims,
            pathways=builder.besides("domestic_violence"), screened_by=victims.screened_by,
            strength=Strength.ABSOLUTE if treated is DomesticViolence.EXCLUDED else Strength.PRESUMPTIVE,
        )  # fmt: skip
