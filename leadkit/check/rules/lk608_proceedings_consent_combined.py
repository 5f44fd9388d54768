"""LK608: a consent for legal proceedings that is combined with another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK608",
    name="proceedings-consent-combined",
    severity=Severity.ERROR,
    summary="A consent to use treatment records in legal proceedings also serves another purpose.",
    why=(
        "Federal law lets such a consent be combined with no other. A person must be able to refuse it "
        "and still be treated, and still be diverted."
    ),
    wrong="sharing:\n  releases:\n    proceedings-consent: {condition_of: diversion_of_charge}\n",
    right="sharing:\n  releases:\n    proceedings-consent: {condition_of: nothing}\n",
    source="42 CFR 2.31",
)
READS: tuple[str, ...] = ("sharing",)


PROCEEDINGS = frozenset({"charging", "legal_coordination", "legal_duty"})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each release for proceedings that something depends on, or that serves another purpose."""
    for name, release in subject.program.sharing.releases.items():
        if release.covers is None or release.covers.value != "part2_proceedings":
            continue
        others = {purpose.value for block in release.blocks.values() for purpose in block.purpose} - PROCEEDINGS
        tied = release.condition_of is not None and release.condition_of.value != "nothing"
        if others or tied:
            yield CODE.at(
                subject.key("sharing", "releases", name),
                message=f'"{name}" is a consent for legal proceedings, and is combined with something else.',
                remedy="Give it the one purpose, make nothing depend on it, and put the rest on a release of its own.",
                path=f"sharing.releases.{name}",
            )
