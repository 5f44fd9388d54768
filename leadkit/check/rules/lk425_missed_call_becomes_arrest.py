"""LK425: a missed call that leads to booking."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK425",
    name="missed-call-becomes-arrest",
    severity=Severity.WARNING,
    summary="Where nobody answers the call, the person is booked or the ordinary process goes on.",
    why=(
        "A missed call should not become an arrest unless the program chose that. Say the choice: adopt "
        "it by a decision, or give the officer another way."
    ),
    wrong=("procedure:\n  after_hours:\n    no-answer: {action: book, adopted: ~}\n"),
    right=("procedure:\n  after_hours:\n    no-answer: {action: book, adopted: D-6}\n"),
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each rule for after hours that books without a decision to do so."""
    for name, rule in subject.program.procedure.after_hours.items():
        books = rule.action is not None and rule.action.value == "book"
        gives_up = rule.no_answer_rule is not None and rule.no_answer_rule.value == "ordinary_process"
        if (books or gives_up) and rule.adopted is None:
            yield CODE.at(
                subject.span("procedure", "after_hours", name, "action" if books else "no_answer_rule"),
                message=f'Under "{name}" a call that nobody answers leads to booking, and no decision says so.',
                remedy="Choose another way, such as release_and_refer, or name the decision that adopted this.",
                path=f"procedure.after_hours.{name}",
            )
