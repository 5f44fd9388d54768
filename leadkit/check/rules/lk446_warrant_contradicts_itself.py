"""LK446: a warrant rule that says two things."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.eligibility.warrants import WarrantAction

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK446",
    name="warrant-contradicts-itself",
    severity=Severity.ERROR,
    summary="A rule on warrants says that the person may go on and is kept out, or is arrested and not kept out.",
    why=(
        "An officer reads the action, a screener reads whether the warrant bars. Where the two differ, the same person "
        "is taken by one and turned away by the other."
    ),
    wrong=("eligibility:\n  warrants:\n    bench-warrant: {action: proceed_with_note, bars: yes}\n"),
    right=("eligibility:\n  warrants:\n    bench-warrant: {action: proceed_with_note, bars: no}\n"),
)
READS: tuple[str, ...] = ("eligibility",)


_CONTRADICTIONS = {
    (WarrantAction.PROCEED_WITH_NOTE, True): "lets the person go on, and keeps the person out",
    (WarrantAction.EXECUTE, False): "has the person arrested, and does not keep the person out",
}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each warrant rule whose action and bar contradict each other."""
    for name, rule in subject.program.eligibility.warrants.items():
        if rule.action is None or rule.bars is None or (rule.action, rule.bars) not in _CONTRADICTIONS:
            continue
        path = ("eligibility", "warrants", name)
        yield CODE.at(
            subject.span(*path, "bars"),
            subject.span(*path, "action"),
            message=f'The rule "{name}" {_CONTRADICTIONS[rule.action, rule.bars]}.',
            remedy="Correct one of the two.",
            path=".".join((*path, "bars")),
        )
