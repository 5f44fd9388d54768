"""LK605: a treatment consent that reaches police or prosecutors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.recipients import classes_of
from leadkit.diagnostic import Code, Diagnostic, Severity, listed
from leadkit.model.agencies.kinds import JUSTICE

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK605",
    name="treatment-consent-to-police",
    severity=Severity.ERROR,
    summary="A consent for treatment, payment and operations has a recipient in the justice system.",
    why=(
        "Such a consent covers treatment, payment and operations and nothing else. With a police officer "
        "among its recipients it is void for both purposes."
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
READS: tuple[str, ...] = ("roles", "agencies", "sharing")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each block of such a consent that names a justice agency."""
    for name, release in subject.program.sharing.releases.items():
        if release.covers is None or release.covers.value != "part2_tpo":
            continue
        for key, block in release.blocks.items():
            justice = [one for one in block.recipients if classes_of(subject, one) & JUSTICE]
            if justice:
                yield CODE.at(
                    subject.span("sharing", "releases", name, "blocks", key, "recipients"),
                    message=f'"{name}" is a consent to treatment, payment and operations, and names {listed(justice)}.',
                    remedy="Make a release of its own for justice agencies, with its own purpose.",
                    path=f"sharing.releases.{name}.blocks.{key}",
                )
