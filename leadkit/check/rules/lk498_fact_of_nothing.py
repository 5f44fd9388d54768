"""LK498: a fact that names nothing of the program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity, nearest

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.scenarios import Known
    from leadkit.model.walk import Path

CODE = Code(
    code="LK498",
    name="fact-of-nothing",
    severity=Severity.ERROR,
    summary="A scenario tells of an area, an offense or a class of substance that the program does not declare.",
    why=(
        "A case with a misspelt fact tests nothing: the rules do not know the fact, and the expected outcome is right "
        "or wrong by chance."
    ),
    wrong=("scenarios:\n  small-amount: {facts: {charges: {first: {offence: posession}}}}\n"),
    right=("scenarios:\n  small-amount: {facts: {charges: {first: {offence: possession}}}}\n"),
)
READS: tuple[str, ...] = ("scenarios",)

_NAMES = {
    "area": ("area", "areas"),
    "offence": ("offence", "eligibility.offences"),
    "substance": ("class of substance", "eligibility.substances"),
}
"""The facts whose text is an id, with what it names and where that is declared."""
_NOTHING = {"area": "outside", "offence": "unlisted", "substance": "other-substance"}
"""What is written where it is none that is declared."""
_LISTS = ("charges", "items")


def _told(facts: Mapping[str, Known]) -> Iterator[tuple[Path, str]]:
    """Each such fact with its path: of the contact, and of each entry of a list."""
    area = facts.get("area")
    if area is not None and area.answer is not None:
        yield ("area",), area.answer
    for name in _LISTS:
        for key, entry in facts[name].entries.items() if name in facts else ():
            yield from (((name, key, field), entry[field]) for field in ("offence", "substance") if field in entry)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each such fact whose id nothing declares, of the contact and of what it is about."""
    for name, scenario in subject.program.scenarios.items():
        for path, written in _told(scenario.facts):
            noun, collection = _NAMES[str(path[-1])]
            known = subject.ids(collection)
            if written in (*known, _NOTHING[str(path[-1])]) or subject.unread(collection, written):
                continue
            meant = nearest(written, known)
            yield CODE.at(
                subject.span("scenarios", name, "facts", *path),
                message=f'There is no {noun} "{written}".',
                remedy=f'Did you mean "{meant}"?' if meant else f"Declare it under {collection}, or correct the fact.",
                path=".".join(("scenarios", name, "facts", *map(str, path))),
            )
