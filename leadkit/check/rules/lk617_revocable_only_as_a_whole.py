"""LK617: a release to several recipients that can be revoked only as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK617",
    name="revocable-only-as-a-whole",
    severity=Severity.WARNING,
    summary="A release names several groups of recipients, and a person cannot revoke it for one of them.",
    why="Somebody who no longer wants the police to know where they are would have to end what the clinic and the "
    "housing provider may tell each other as well, and so gives up care to keep a secret, or the secret to keep care.",
    wrong="sharing: {releases: {justice-release: {revocable_per_recipient: no}}}\n",
    right="sharing: {releases: {justice-release: {revocable_per_recipient: yes}}}\n",
)
READS: tuple[str, ...] = ("sharing",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each release with several blocks that stand or fall together."""
    for name, release in subject.program.sharing.releases.items():
        if release.revocable_per_recipient is False and len(release.blocks) > 1:
            yield CODE.at(
                subject.span("sharing", "releases", name, "revocable_per_recipient"),
                message=f'"{name}" can be revoked only for all of its {len(release.blocks)} groups of recipients.',
                remedy="Say yes, or make a release of its own for each group.",
                path=f"sharing.releases.{name}.revocable_per_recipient",
            )
