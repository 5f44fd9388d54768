"""LK451: the ages of the program contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK451",
    name="ages-contradict",
    severity=Severity.ERROR,
    summary=("The ages that the program takes are not those of the people it says it is for."),
    why=(
        "A program for adults and one for young people stand under different law: another court, a parent's "
        "consent, school records. Which of the two this is must not depend on the page that is read."
    ),
    wrong=("program: {population: youth}\n"),
    right=("program: {population: adults}\neligibility:\n  age: {minimum: 18}\n"),
    source="Houston took minors only",
)
READS: tuple[str, ...] = (
    "program",
    "eligibility",
    "agreement",
)


ADULT = 18


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the ages do not fit the population, or minors are in one place and out in another."""
    program = subject.program
    population, age = program.program.population, program.eligibility.age
    if population is None:
        return
    least, most = (age.minimum, age.maximum) if age is not None else (None, None)
    only_minors = most is not None and most < ADULT
    some_minors = only_minors or (least is not None and least < ADULT)
    if (population == "adults" and some_minors) or (population == "youth" and least is not None and least >= ADULT):
        yield CODE.at(
            subject.key("eligibility", "age"),
            subject.span("program", "population"),
            message=f"The program is for {population.value}, but its ages are others.",
            remedy="Correct program.population, or the ages under eligibility.age.",
            path="eligibility.age",
        )
    elif program.agreement.minors == "excluded" and population != "adults":
        yield CODE.at(
            subject.span("agreement", "minors"),
            subject.span("program", "population"),
            message="The agreement leaves minors out, but the program takes them.",
            remedy="Say minors: included or separate_annex, or correct program.population.",
            path="agreement.minors",
        )
