"""LK454: an order about participants, and nobody who knows who they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK454",
    name="order-without-lookup",
    severity=Severity.WARNING,
    summary=("An order forbids contact with a participant, and nobody is named who compares it with the participants."),
    why=(
        "No record shows who takes part: the officer cannot know whether the protected person is a "
        "participant. Somebody who may see the list has to look, and to answer yes or no."
    ),
    wrong=("eligibility:\n  exclusions:\n    no-contact: {looked_up_by: ~}\n"),
    right=("eligibility:\n  exclusions:\n    no-contact: {looked_up_by: project-manager}\n"),
    source="the California grant and Denver bar contact with a present participant",
)
READS: tuple[str, ...] = ("eligibility",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each such exclusion without anybody who looks it up."""
    for name, exclusion in subject.program.eligibility.exclusions.items():
        if exclusion.test != "no_contact_order_with_participant" or exclusion.looked_up_by:
            continue
        path = ("eligibility", "exclusions", name, "looked_up_by")
        severity = subject.weigh(path, CODE.severity)
        if severity is not None:
            yield CODE.at(
                subject.key(*path),
                message=f'"{name}" depends on who takes part, and nobody is named who looks that up.',
                remedy="Name who may see the list of participants: looked_up_by: project-manager.",
                severity=severity,
                path=".".join(path),
            )
