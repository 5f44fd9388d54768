"""Rules about the person: age, residence and informants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.eligibility.person import AgeAt, ResidenceKind
from leadkit.policy.compile.questions import PLAIN
from leadkit.policy.compile.say import at_least, below, denied, some, yes
from leadkit.policy.policy import Unit
from leadkit.values.quantities import Period

if TYPE_CHECKING:
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

_OLDEST = 130
_TIES = {
    ResidenceKind.LIVES_IN: "Does the person live in {area}?",
    ResidenceKind.STAYS_IN: "Does the person stay in {area}?",
    ResidenceKind.SPENDS_TIME_IN: "Does the person spend their time in {area}?",
}


def compile_person(builder: Builder) -> None:
    """A rule for either end of the ages, one for residence, and the bar of informants."""
    rules = builder.program.eligibility
    for field, when, text in (
        ("minimum", under_age(builder), "The person is younger than {age.minimum}."),
        ("maximum", over_age(builder), "The person is older than {age.maximum}."),
    ):
        if when is not None:
            builder.bar(("eligibility", "age", field), text.format(age=rules.age), when, rules.age)
    short = short_of_residence(builder)
    if short is not None:
        builder.bar(("eligibility", "residence"), _residence(builder), short, rules.residence)
    tests = {one.test for one in rules.exclusions.values()}
    if rules.informants and rules.informants.participants_barred and "confidential_informant" not in tests:
        words, question = PLAIN["confidential_informant"]
        informant = yes(builder.yes_no("confidential-informant", question, restricted=True))
        path = ("eligibility", "informants", "participants_barred")
        builder.bar(path, f"{words}.", informant, rules.informants, restricted=True)


def under_age(builder: Builder) -> Expression | None:
    """Younger than the program takes; None where no lowest age is given."""
    age = builder.program.eligibility.age
    return None if age is None or age.minimum is None else below(_age(builder), age.minimum)


def over_age(builder: Builder) -> Expression | None:
    """Older than the program takes; None where no highest age is given."""
    age = builder.program.eligibility.age
    return None if age is None or age.maximum is None else at_least(_age(builder), age.maximum + 1)


def _age(builder: Builder) -> str:
    age = builder.program.eligibility.age
    day = "of the offense" if age is not None and age.as_of is AgeAt.OFFENCE else "of the contact"
    return builder.number("age", f"How old was the person on the day {day}?", Unit.YEARS, at_most=_OLDEST)


def short_of_residence(builder: Builder) -> Expression | None:
    """Not in the area, or not for long enough; None where no area is named."""
    residence = builder.program.eligibility.residence
    if residence is None or residence.area is None:
        return None
    area = builder.program.areas.get(residence.area)
    place = area.name if area else residence.area
    question = _TIES[residence.kind or ResidenceKind.LIVES_IN].format(area=place)
    if residence.counts_unhoused:
        question += " Being there without a home counts."
    away = denied(builder.yes_no("resides", question))
    stretch = residence.at_least
    if stretch is None:
        return away
    unit, count = (Unit.MONTHS, stretch.count * (12 if stretch.period is Period.YEAR else 1))
    if stretch.period not in (Period.MONTH, Period.YEAR):
        unit, count = Unit.DAYS, stretch.count * (7 if stretch.period is Period.WEEK else 1)
    since = builder.number(f"resident-{unit}", f"For how many whole {unit}?", unit)
    return some(away, below(since, count))


def _residence(builder: Builder) -> str:
    residence = builder.program.eligibility.residence
    assert residence is not None
    area = builder.program.areas.get(residence.area or "")
    stretch = f" for {residence.at_least}" if residence.at_least else ""
    return f"The person has not been in {area.name if area else residence.area}{stretch}."
