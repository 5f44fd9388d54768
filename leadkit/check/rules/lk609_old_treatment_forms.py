"""LK609: treatment forms from before the rule of 2024."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK609",
    name="old-treatment-forms",
    severity=Severity.WARNING,
    summary=("A release for treatment records was worded before the federal rule that applies since February 2026."),
    why=(
        "The rule changed what such a consent must say and what goes with each disclosure. Forms written "
        "before it are refused, or worse, used."
    ),
    wrong=("sharing:\n  releases:\n    treatment-release: {wording_reviewed: 2023-05-01}\n"),
    right=("sharing:\n  releases:\n    treatment-release: {wording_reviewed: 2026-03-02}\n"),
    source="42 CFR Part 2; 89 Fed. Reg. 12472 (2024-02-16)",
)
READS: tuple[str, ...] = ("sharing",)


SINCE = date(2026, 2, 16)
"""The day from which the rule of 2024 must be followed (89 Fed. Reg. 12472)."""
FIRST = date(2024, 2, 16)
"""The day on which that rule was published; wording reviewed after it may follow it."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each release for treatment records whose wording is older than the rule."""
    if subject.on < SINCE:
        return
    for name, release in subject.program.sharing.releases.items():
        covers = release.covers.value if release.covers is not None else ""
        reviewed = release.wording_reviewed
        if covers.startswith("part2") and reviewed is not None and reviewed.last < FIRST:
            yield CODE.at(
                subject.span("sharing", "releases", name, "wording_reviewed"),
                message=f'"{name}" was worded before the rule on treatment records of 2024.',
                remedy="Have counsel compare it with 42 CFR 2.31 and 2.32 as they read now, and write down the day.",
                path=f"sharing.releases.{name}.wording_reviewed",
            )
