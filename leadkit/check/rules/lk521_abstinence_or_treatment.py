"""LK521: help that depends on abstinence or treatment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.decided import decided, or_decide
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
READS: tuple[str, ...] = ("services", "decisions")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each such condition."""
    for field in ("abstinence_required", "treatment_required"):
        path = f"services.{field}"
        if getattr(subject.program.services, field) is True and not decided(subject, path):
            yield CODE.at(
                subject.span("services", field),
                message=f'"{field}" is yes: help depends on it.',
                remedy=f"Say no, {or_decide(path)}",
                path=path,
            )
