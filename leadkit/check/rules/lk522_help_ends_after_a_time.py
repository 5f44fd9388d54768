"""LK522: help that ends after a set time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.decided import decided, or_decide
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
READS: tuple[str, ...] = ("services", "decisions")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where help ends after a set time."""
    path = "services.time_limited"
    if subject.program.services.time_limited is True and not decided(subject, path):
        yield CODE.at(
            subject.span("services", "time_limited"),
            message="Help ends after a set time.",
            remedy=f"Say no, {or_decide(path)}",
            path=path,
        )
