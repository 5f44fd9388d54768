"""LK423: an absolute bar that rests on an incomplete set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.law import set_is_complete
from leadkit.diagnostic import Code, Diagnostic, Severity, listed
from leadkit.model.eligibility.rule import Strength

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK423",
    name="absolute-on-incomplete-set",
    severity=Severity.WARNING,
    summary="An absolute exclusion rests on a set of offenses that is not complete.",
    why=(
        "A record that matches no member of an incomplete set is unknown, never cleared. Where the bar is "
        "absolute nobody may resolve that doubt, so every such person waits for an answer."
    ),
    wrong=(
        "eligibility:\n"
        "  history:\n"
        "    gravest: {offences: {sets: wa-violent}, restricted_reason: ~}\n"
        "    open-violent-case: {offences: {sets: wa-serious-violent, levels: ~}}\n"
    ),
    right=("eligibility:\n  history:\n    gravest: {offences: {sets: schedule-b}}\n"),
)
READS: tuple[str, ...] = ("eligibility", "law")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each absolute tier of history that rests on incomplete sets alone."""
    for name, tier in subject.program.eligibility.history.items():
        group = tier.offences
        if tier.strength is not Strength.ABSOLUTE or group is None or group.levels or group.classes or group.laws:
            continue
        incomplete = [each for each in group.sets if set_is_complete(subject, each) is False]
        if incomplete:
            yield CODE.at(
                subject.span("eligibility", "history", name, "offences"),
                message=f'"{name}" is absolute, but {listed(incomplete)} is not a complete set.',
                remedy="Name somebody who may decide the doubtful record (strength: presumptive, override_by), or use "
                "a complete set under law.sets.",
                path=f"eligibility.history.{name}",
            )
