"""LK605: a treatment consent that reaches police, prosecutors or others who neither treat nor pay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.recipients import classes_of
from leadkit.diagnostic import Code, Diagnostic, Severity, listed
from leadkit.model.agencies.kinds import Side
from leadkit.model.sharing.vocabulary import OutsideKind, Purpose

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.sharing.releases import ReleaseBlock

CODE = Code(
    code="LK605",
    name="treatment-consent-to-police",
    severity=Severity.ERROR,
    summary=(
        "A consent for treatment, payment and operations has a recipient, or a purpose, that is none of the three."
    ),
    why=(
        "Such a consent covers treatment, payment and operations and nothing else. With a police officer or an "
        "employer among its recipients it is void for both purposes."
    ),
    wrong=(
        "sharing:\n"
        "  releases:\n"
        "    treatment-release: {covers: part2_tpo, blocks: {police: {disclosers: harbor-treatment, recipients: "
        "sampleton-police, categories: sud-records, purpose: treatment}}}\n"
    ),
    right=("sharing:\n  releases:\n    treatment-release: {covers: part2_tpo}\n"),
    source="42 CFR 2.31 and 2.33",
)
READS: tuple[str, ...] = ("roles", "agencies", "governance", "sharing")


ALLOWED = frozenset({Purpose.TREATMENT, Purpose.PAYMENT, Purpose.OPERATIONS, Purpose.COORDINATION})
PAYERS = frozenset({OutsideKind.INSURER, OutsideKind.STATE_AGENCY})
STRANGERS = frozenset(Side) | (frozenset(OutsideKind) - PAYERS)
"""Who neither treats nor pays: every side of a case, and all outside the program but those who pay for care."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each block of such a consent that reaches a stranger to care, or serves another purpose."""
    for name, release in subject.program.sharing.releases.items():
        if release.covers is None or release.covers.value != "part2_tpo":
            continue
        for key, block in release.blocks.items():
            for field, wrong in (("recipients", _strangers(subject, block)), ("purpose", _other_purposes(block))):
                if wrong:
                    yield CODE.at(
                        subject.span("sharing", "releases", name, "blocks", key, field),
                        message=f'"{name}" consents to treatment, payment and operations, and names {listed(wrong)}.',
                        remedy="Make a release of its own for them, with its own purpose.",
                        path=f"sharing.releases.{name}.blocks.{key}",
                    )


def _strangers(subject: Subject, block: ReleaseBlock) -> list[str]:
    """The strangers to care whom a block reaches; one that works both ways reaches its disclosers, too."""
    reached = [*block.recipients, *(block.disclosers if block.both_ways else ())]
    reached += [block.intermediary] if block.intermediary else []
    return [one for one in reached if classes_of(subject, one) & STRANGERS]


def _other_purposes(block: ReleaseBlock) -> list[str]:
    return [one.value.replace("_", " ") for one in block.purpose if one not in ALLOWED]
