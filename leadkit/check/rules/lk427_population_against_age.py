"""LK427: a population that the age rule contradicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK427",
    name="population-against-age",
    severity=Severity.ERROR,
    summary="The program says that it is for adults or for youth, and its age rule says otherwise.",
    why=(
        "Houston's rule is the reverse of everybody else's. Where the two statements differ, one officer "
        "offers and the next refuses."
    ),
    wrong="program: {population: youth}\n",
    right="program: {population: adults}\n",
    source="Houston",
)
READS: tuple[str, ...] = ("program", "eligibility")


ADULT = 18


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the population and the ages do not fit."""
    population = subject.program.program.population
    age = subject.program.eligibility.age
    if population is None or age is None:
        return
    only_adults = age.minimum is not None and age.minimum >= ADULT
    only_minors = age.maximum is not None and age.maximum < ADULT
    if (population.value == "adults" and only_minors) or (population.value == "youth" and only_adults):
        yield CODE.at(
            subject.span("program", "population"),
            subject.key("eligibility", "age"),
            message=f'The program is for "{population.value}", but its age rule says otherwise.',
            remedy="Correct population, or the minimum and maximum age.",
            path="program.population",
        )
