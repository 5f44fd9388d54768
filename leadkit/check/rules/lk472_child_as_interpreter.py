"""LK472: a child may interpret."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK472",
    name="child-as-interpreter",
    severity=Severity.WARNING,
    summary=("Children may be used as interpreters."),
    why=(
        "A child who translates an arrest carries it for life, and what was agreed is whatever the child "
        "understood. Federal law forbids it except in an emergency."
    ),
    wrong=("services:\n  access: {no_child_interpreter: no}\n"),
    right=("services:\n  access: {no_child_interpreter: yes}\n"),
    source="28 CFR 35.160(c)(3)",
)
READS: tuple[str, ...] = ("services",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where it is said that children may interpret."""
    access = subject.program.services.access
    if access is not None and access.no_child_interpreter is False:
        yield CODE.at(
            subject.span("services", "access", "no_child_interpreter"),
            message="Children may be used as interpreters.",
            remedy="Say no_child_interpreter: yes, and name the interpreting service.",
            path="services.access.no_child_interpreter",
        )
