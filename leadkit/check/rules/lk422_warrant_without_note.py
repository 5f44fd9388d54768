"""LK422: a warrant rule without an action or counsel's note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK422",
    name="warrant-without-note",
    severity=Severity.ERROR,
    summary="A rule on warrants lacks what is done about the warrant, or counsel's note.",
    why=(
        "A judicial warrant commands arrest, so a warrant is never simply ignored. What an officer does "
        "about each kind must be said, and counsel must have looked at it."
    ),
    wrong=("eligibility:\n  warrants:\n    bench-warrant: {counsel_note: ~}\n"),
    right=("eligibility:\n  warrants:\n    bench-warrant: {counsel_note: Only the issuing court may recall it.}\n"),
)
READS: tuple[str, ...] = ("eligibility",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each warrant rule without an action or without counsel's note."""
    for name, rule in subject.program.eligibility.warrants.items():
        for field, value in (("action", rule.action), ("counsel_note", rule.counsel_note)):
            path = ("eligibility", "warrants", name, field)
            severity = subject.weigh(path, CODE.severity)
            if value is None and severity is not None:
                yield CODE.at(
                    subject.key(*path),
                    message=f'The warrant rule "{name}" does not say its {field.replace("_", " ")}.',
                    remedy="Say what the officer does, and put in one sentence why counsel finds that lawful.",
                    severity=severity,
                    path=".".join(path),
                )
