"""LK618: a category of information that is protected as less than it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.telling import record_in
from leadkit.diagnostic import Code, Diagnostic, Severity, listed
from leadkit.model.sharing.vocabulary import InformationKind, Sensitivity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.sharing.categories import Category

CODE = Code(
    code="LK618",
    name="kind-against-sensitivity",
    severity=Severity.ERROR,
    summary="A category of information has a sensitivity that does not fit what the category is about.",
    why=(
        "Who may never receive a record follows from its sensitivity. Criminal history that is written down as a "
        "fact of the program passes every rule that is there to stop it."
    ),
    wrong="sharing:\n  categories:\n    criminal-history: {sensitivity: program}\n",
    right="sharing:\n  categories:\n    criminal-history: {sensitivity: criminal_history}\n",
    source="28 CFR 20.3; 42 CFR 2.11; 45 CFR 160.103",
)
READS: tuple[str, ...] = ("sharing",)


ABOUT_HEALTH = frozenset({Sensitivity.HEALTH, Sensitivity.PART2, Sensitivity.PART2_NOTES})
FITTING: dict[InformationKind, frozenset[Sensitivity]] = {
    InformationKind.IDENTITY: frozenset({Sensitivity.IDENTITY, Sensitivity.VICTIM, Sensitivity.JUVENILE}),
    InformationKind.CONTACT: frozenset(
        {Sensitivity.IDENTITY, Sensitivity.LOCATION, Sensitivity.VICTIM, Sensitivity.JUVENILE}
    ),
    InformationKind.LOCATION: frozenset({Sensitivity.LOCATION, Sensitivity.HOUSING, Sensitivity.VICTIM}),
    InformationKind.CLINICAL: ABOUT_HEALTH,
    InformationKind.SUD_RECORDS: ABOUT_HEALTH - {Sensitivity.HEALTH},
    InformationKind.CRIMINAL_HISTORY: frozenset({Sensitivity.CRIMINAL_HISTORY}),
    InformationKind.CASE_STATUS: frozenset(
        {Sensitivity.COURT_CASE, Sensitivity.CRIMINAL_HISTORY, Sensitivity.JUVENILE}
    ),
}
"""The sensitivities that fit each kind; a kind that is not here, such as demographics, fits any."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each category whose kind, or whose name, asks for another protection than it has."""
    for name, category in subject.program.sharing.categories.items():
        fitting = _fitting(category)
        if fitting and category.sensitivity not in fitting:
            words = [one.value for one in Sensitivity if one in fitting]
            yield CODE.at(
                subject.span("sharing", "categories", name, "sensitivity"),
                message=f'"{name}" ({category.label}) is protected as "{category.sensitivity.value}" only.',
                remedy=f"Say sensitivity: {listed(words)}, or take out of the category what asks for it.",
                path=f"sharing.categories.{name}.sensitivity",
            )


def _fitting(category: Category) -> frozenset[Sensitivity]:
    """The sensitivities that fit a category; none where any does."""
    if record_in(category.label):
        return FITTING[InformationKind.CRIMINAL_HISTORY]
    return FITTING.get(category.kind, frozenset()) if category.kind is not None else frozenset()
