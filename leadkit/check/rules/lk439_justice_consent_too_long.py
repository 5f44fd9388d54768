"""LK439: a consent for the justice system that ends with treatment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK439",
    name="justice-consent-too-long",
    severity=Severity.WARNING,
    summary=(
        "A release rests on the rule for criminal-justice referrals, and the charge ends only with "
        "treatment or engagement."
    ),
    why=(
        "Such a consent cannot be taken back until its event. Where the charge ends on treatment or "
        "engagement, a person is held to disclosure for as long as the office likes."
    ),
    wrong=(
        "procedure:\n"
        "  charge_handling:\n"
        "    felonies: {release_event: engagement}\n"
        "sharing:\n"
        "  releases:\n"
        "    justice: {title: Release to prosecutors, covers: coordination, signed_by: participant, "
        "blocks: {one: {disclosers: bridgeway, recipients: felony-charging, categories: "
        "intake-completed, purpose: charging}}, expiry: {kind: duration, length: 60 days, after: "
        "referral}, revocation: {means: in_writing, told_to: bridgeway}, revocable_per_recipient: yes, "
        "basis: {kind: criminal_justice_referral, irrevocable_until: exit}, condition_of: nothing, "
        "sign_when: not_impaired, copy_given: yes}\n"
    ),
    right=("procedure:\n  charge_handling:\n    felonies: {release_event: intake}\n"),
    source="42 CFR 2.35",
)
READS: tuple[str, ...] = ("procedure", "sharing")


LATE = frozenset({"assessment_and_treatment", "engagement"})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each irrevocable consent beside a charge that ends late."""
    program = subject.program
    late = [
        name
        for name, handling in program.procedure.charge_handling.items()
        if handling.release_event is not None and handling.release_event.value in LATE
    ]
    for name, release in program.sharing.releases.items():
        if late and release.basis is not None and release.basis.kind == "criminal_justice_referral":
            yield CODE.at(
                subject.span("sharing", "releases", name, "basis"),
                subject.span("procedure", "charge_handling", late[0], "release_event"),
                message=f'"{name}" cannot be taken back while the charge waits for treatment or engagement.',
                remedy="Let the charge end on intake, or use a general release that can be revoked at any time.",
                path=f"sharing.releases.{name}.basis",
            )
