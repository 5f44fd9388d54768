"""LK522: help that ends after a set time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK522",
    name="help-ends-after-a-time",
    severity=Severity.WARNING,
    summary="Services end after a set time.",
    why=(
        "Case management in the model lasts for as long as it helps. A person whose help ends on a date "
        "goes back to the corner on that date."
    ),
    wrong="services: {time_limited: yes}\n",
    right="services: {time_limited: no}\n",
    source="the core principles of the LEAD National Support Bureau",
)
READS: tuple[str, ...] = ("services",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each such condition."""
    for field in ("time_limited",):
        if getattr(subject.program.services, field) is True:
            yield CODE.at(
                subject.span("services", field),
                message="Help ends after a set time.",
                remedy="Say no, or record the decision in which the program departs from the model (adopted).",
                path=f"services.{field}",
            )
