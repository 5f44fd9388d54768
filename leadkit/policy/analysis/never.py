"""Rules that can never hold."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.policy.analysis.remark import Kind, Remark
from leadkit.policy.analysis.subject import Subject


def never_hold(subject: Subject) -> Iterator[Remark]:
    """A remark for each rule that no case can meet."""
    for rule in subject.rules:
        answer = subject.find(rule.when)
        if answer.never:
            yield Remark(Kind.NEVER, "No case can meet this rule: what it asks contradicts itself.", (rule.rule,))
        elif not answer.decided:
            yield Remark(Kind.UNDECIDED, "Whether any case can meet this rule was not decided.", (rule.rule,))
