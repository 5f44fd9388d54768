"""LK526: no body in which the community has a say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.absence import weight_of_missing
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK526",
    name="no-community-team",
    severity=Severity.WARNING,
    summary="No governing body is a community body.",
    why=(
        "A community leadership team is how residents and people who have been arrested hold a program to "
        "account. Without one, agencies answer to each other."
    ),
    wrong=("governance:\n  bodies:\n    community-leadership-team: {kind: advisory}\n"),
    right=("governance:\n  bodies:\n    community-leadership-team: {kind: community}\n"),
    source="the core principles of the LEAD National Support Bureau",
)
READS: tuple[str, ...] = ("governance", "program")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where there are bodies and none is a community body."""
    bodies = subject.program.governance.bodies
    if bodies and not any(body.kind.value == "community" for body in bodies.values()):
        severity = weight_of_missing(subject, "governance.bodies", CODE.severity)
        compiled = subject.program.program.compiled_from_public_sources
        if severity is not None:
            yield CODE.at(
                subject.key("governance", "bodies"),
                message="No governing body is a community body.",
                remedy="Add one with kind: community, or say under open why there is none.",
                severity=Severity.NOTE if compiled else severity,
                path="governance.bodies",
            )
