"""LK498: a fact that names nothing of the program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity, nearest

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK498",
    name="fact-of-nothing",
    severity=Severity.ERROR,
    summary="A scenario tells of an area, an offense or a class of substance that the program does not declare.",
    why=(
        "A case with a misspelt fact tests nothing: the rules do not know the fact, and the expected outcome is right "
        "or wrong by chance."
    ),
    wrong=("scenarios:\n  small-amount: {facts: {offence: posession}}\n"),
    right=("scenarios:\n  small-amount: {facts: {offence: possession}}\n"),
)
READS: tuple[str, ...] = ("scenarios",)


_NAMES = {
    "area": ("area", "areas"),
    "offence": ("offence", "eligibility.offences"),
    "substance": ("class of substance", "eligibility.substances"),
}
"""The facts whose text is an id, with what it names and where that is declared."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each such fact whose id nothing declares."""
    for name, scenario in subject.program.scenarios.items():
        for fact, (noun, collection) in _NAMES.items():
            written = scenario.facts.get(fact)
            known = subject.ids(collection)
            if written is None or written in known or subject.unread(collection, written):
                continue
            meant = nearest(written, known)
            yield CODE.at(
                subject.span("scenarios", name, "facts", fact),
                message=f'There is no {noun} "{written}".',
                remedy=f'Did you mean "{meant}"?' if meant else f"Declare it under {collection}, or correct the fact.",
                path=f"scenarios.{name}.facts.{fact}",
            )
