"""LK312: a body without members, or without a rule for deciding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK312",
    name="body-cannot-decide",
    severity=Severity.ERROR,
    summary="A governing body has no members, or no rule by which it decides.",
    why=(
        "A body that nobody sits on, or that cannot decide, cannot adopt who is eligible. Whatever rests "
        "on its decisions would hang in the air."
    ),
    wrong="governance:\n  bodies:\n    community-leadership-team: {decision_rule: ~}\n"
    "open:\n  governance.bodies.community-leadership-team.decision_rule: {why: none, adopted: D-1}\n",
    right="governance:\n  bodies:\n    community-leadership-team: {decision_rule: majority}\n",
)
READS: tuple[str, ...] = ("governance",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each body of which it was decided that it has none; mere silence is LK501."""
    for name, body in subject.program.governance.bodies.items():
        for field, value, words in (
            ("members", body.members, "is to have no members"),
            ("decision_rule", body.decision_rule, "is to have no rule for deciding"),
        ):
            path = ("governance", "bodies", name, field)
            entry = subject.said(path)
            if not value and entry is not None and entry.why == "none":
                yield CODE.at(
                    subject.key(*path),
                    subject.key("open", ".".join(path)),
                    message=f'The body "{name}" {words}.',
                    remedy=f"Give {field}; where it only advises, say decision_rule: advice_only.",
                    path=".".join(path),
                )
