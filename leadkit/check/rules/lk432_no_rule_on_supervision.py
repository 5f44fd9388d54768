"""LK432: no rule for people under supervision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.absence import silent_for_arrests
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK432",
    name="no-rule-on-supervision",
    severity=Severity.WARNING,
    summary=(
        "Arrest diversion is open, and nothing is said about people under probation, parole or other supervision."
    ),
    why=(
        "A diversion may be a violation in the eyes of a supervising agency. Whether that agency is told, "
        "asked or left out must be said."
    ),
    wrong=("eligibility:\n  supervision: ~\n  exclusions: {supervision-veto: ~}\n"),
    right=("eligibility:\n  supervision:\n    probation: {kind: probation}\n"),
)
READS: tuple[str, ...] = ("eligibility", "pathways")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where arrest diversion is open and no rule speaks of it."""
    if not silent_for_arrests(subject, "supervision"):
        return
    yield CODE.at(
        subject.key("eligibility"),
        message="Arrest diversion is open, but nothing is said about people on probation or parole.",
        remedy="Say under eligibility.supervision what effect each kind of supervision has.",
        path="eligibility.supervision",
    )
