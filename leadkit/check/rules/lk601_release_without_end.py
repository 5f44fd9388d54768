"""LK601: a release without an end, a way back or a recipient."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK601",
    name="release-without-end",
    severity=Severity.ERROR,
    summary="A release of information has no expiry, no way to revoke it, or no recipient.",
    why=(
        "A release that never ends, that cannot be taken back or that names nobody is no release. Records "
        "given on it were given without consent."
    ),
    wrong="sharing:\n  releases:\n    care-team-release: {expiry: {kind: until_revoked, length: ~, after: ~}}\n",
    right="sharing:\n  releases:\n    care-team-release: {expiry: {kind: duration, length: 1 year}}\n",
    source="42 CFR 2.31",
)
READS: tuple[str, ...] = ("sharing",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each release that runs until revoked; mere silence about its parts is LK501."""
    for name, release in subject.program.sharing.releases.items():
        if release.expiry is not None and release.expiry.kind == "until_revoked" and release.covers != "part2_tpo":
            yield CODE.at(
                subject.span("sharing", "releases", name, "expiry"),
                message=f'"{name}" has no end: it runs until somebody revokes it.',
                remedy="Give a date, an event or a length; only a consent to treatment and payment may go on.",
                path=f"sharing.releases.{name}.expiry",
            )
        for field in ("expiry", "revocation", "blocks"):
            entry = subject.said(("sharing", "releases", name, field))
            if not getattr(release, field) and entry is not None and entry.why == "none":
                yield CODE.at(
                    subject.key("sharing", "releases", name, field),
                    message=f'"{name}" is to have no {field}, and without it no release is valid.',
                    remedy=f"Give {field}.",
                    path=f"sharing.releases.{name}.{field}",
                )
