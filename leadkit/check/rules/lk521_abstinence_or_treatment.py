"""LK521: help that depends on abstinence or treatment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK521",
    name="abstinence-or-treatment",
    severity=Severity.WARNING,
    summary="Services depend on abstinence or on treatment.",
    why=(
        "Harm reduction is the ground of the model: a person who must be abstinent or in treatment to be "
        "helped is the person the program was meant to reach."
    ),
    wrong="services: {abstinence_required: yes}\n",
    right="services: {abstinence_required: no}\n",
    source="the core principles of the LEAD National Support Bureau",
)
READS: tuple[str, ...] = ("services",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each such condition."""
    for field in ("abstinence_required", "treatment_required"):
        if getattr(subject.program.services, field) is True:
            yield CODE.at(
                subject.span("services", field),
                message=f'"{field}" is yes: help depends on it.',
                remedy="Say no, or record the decision in which the program departs from the model (adopted).",
                path=f"services.{field}",
            )
