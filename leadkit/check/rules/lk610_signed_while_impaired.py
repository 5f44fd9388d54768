"""LK610: a release that may be signed while impaired."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK610",
    name="signed-while-impaired",
    severity=Severity.WARNING,
    summary="A release may be signed at any time, also while a person cannot follow it.",
    why=(
        "A signature at the curb by somebody who cannot stay awake is no consent. Ask again when the "
        "person can say in their own words what was asked."
    ),
    wrong=("sharing:\n  releases:\n    justice-release: {sign_when: any_time}\n"),
    right=("sharing:\n  releases:\n    justice-release: {sign_when: not_impaired}\n"),
)
READS: tuple[str, ...] = ("sharing",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each release without a rule on capacity."""
    for name, release in subject.program.sharing.releases.items():
        if release.sign_when is not None and release.sign_when.value == "any_time":
            yield CODE.at(
                subject.span("sharing", "releases", name, "sign_when"),
                message=f'"{name}" may be signed by somebody who cannot follow it.',
                remedy="Say sign_when: not_impaired, and recheck_after: 24 hours.",
                path=f"sharing.releases.{name}.sign_when",
            )
