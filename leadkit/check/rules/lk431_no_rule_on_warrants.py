"""LK431: no rule for open warrants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.absence import silent_for_arrests
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK431",
    name="no-rule-on-warrants",
    severity=Severity.WARNING,
    summary="Arrest diversion is open, and nothing is said about people with an open warrant.",
    why=(
        "A judicial warrant commands arrest. An officer who finds one must know, before making an offer, "
        "what the program and counsel expect."
    ),
    wrong=("eligibility:\n  warrants: ~\n"),
    right=(
        "eligibility:\n"
        "  warrants:\n"
        "    bench-warrant:\n"
        "      kind: bench\n"
        "      action: clear_first\n"
        "      counsel_note: The officer asks the court's clerk for a new date before an offer is made.\n"
    ),
)
READS: tuple[str, ...] = ("eligibility", "pathways")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where arrest diversion is open and no rule speaks of it."""
    if not silent_for_arrests(subject, "warrants"):
        return
    if any(one.test == "open_warrant" and one.only_weighed for one in subject.program.eligibility.exclusions.values()):
        return  # typically no open warrant: that is all that some programs say
    yield CODE.at(
        subject.key("eligibility"),
        message="Arrest diversion is open, but nothing is said about people with an open warrant.",
        remedy="Say under eligibility.warrants what is done about each kind of warrant.",
        path="eligibility.warrants",
    )
