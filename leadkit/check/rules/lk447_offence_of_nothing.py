"""LK447: an offence that says of what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK447",
    name="offence-of-nothing",
    severity=Severity.ERROR,
    summary="An entry of the list of offenses names neither a law nor a kind of conduct nor an act.",
    why=(
        "Nobody can tell from a label alone whether a charge is on the list. The annex would print a line that admits "
        "whatever its reader likes."
    ),
    wrong=("eligibility:\n  offences:\n    quality-of-life: {label: Quality of life}\n"),
    right=("eligibility:\n  offences:\n    quality-of-life: {label: Quality of life, conduct: public_order}\n"),
)
READS: tuple[str, ...] = ("eligibility",)

_TELLING = ("law", "conduct", "acts")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each offence without law, conduct or acts, where none of them is open."""
    for name, offence in subject.program.eligibility.offences.items():
        path = ("eligibility", "offences", name)
        if offence.law or offence.conduct or offence.acts or any(subject.explained((*path, one)) for one in _TELLING):
            continue
        yield CODE.at(
            subject.key(*path),
            message=f'"{name}" names no law, no conduct and no act, so nobody can tell what is on the list.',
            remedy="Give law, or conduct where the program's papers name no section of law.",
            path=".".join(path),
        )
