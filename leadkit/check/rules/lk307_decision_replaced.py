"""LK307: a rule that rests on a decision that was replaced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.decisions import DecisionKind

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK307",
    name="decision-replaced",
    severity=Severity.WARNING,
    summary="Something is adopted by a decision that another decision has replaced.",
    why=(
        "The documents name the decision behind a rule. One that was replaced no longer carries it, and the rule may "
        "be the old one."
    ),
    wrong=("decisions:\n  D-2: {kind: superseded}\n"),
    right=("decisions:\n  D-2: {kind: adopted}\n"),
)
READS: tuple[str, ...] = ("decisions",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each reference to a replaced decision as the one by which something was adopted."""
    decisions = subject.program.decisions
    for use in subject.uses:
        decision = decisions.get(use.id)
        if "adopted" not in use.path or decision is None or decision.kind is not DecisionKind.SUPERSEDED:
            continue
        newer = next((name for name, one in decisions.items() if use.id in one.supersedes), None)
        yield CODE.at(
            subject.span(*use.path),
            subject.span("decisions", use.id, "kind"),
            message=f'"{use.id}" was replaced, and adopts nothing any more.',
            remedy=f'Name "{newer}", if it kept this.' if newer else "Name the decision that stands.",
            path=".".join(map(str, use.path)),
        )
