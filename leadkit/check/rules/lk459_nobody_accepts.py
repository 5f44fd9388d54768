"""LK459: who accepts a person is not named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK459",
    name="nobody-accepts",
    severity=Severity.ERROR,
    summary=("A referral needs an approval, and nobody is named who gives it."),
    why=(
        "One approver, every partner, or a body that decides: each is somebody. Where the name is missing the "
        "referral waits on a desk that nobody sits at."
    ),
    wrong=("eligibility:\n  acceptance:\n    from-a-prosecutor: {rule: all_operational_partners, body: ~}\n"),
    right=(
        "eligibility:\n"
        "  acceptance:\n"
        "    from-a-prosecutor: {rule: all_operational_partners, body: operational-work-group}\n"
    ),
    source="Baltimore: every operational partner agrees",
)
READS: tuple[str, ...] = ("eligibility",)


NEEDS = {
    "one_approver": "approvers",
    "all_approvers": "approvers",
    "all_operational_partners": "body",
    "body_decides": "body",
}
"""What each rule of acceptance needs beside it."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each rule of acceptance without the approvers or the body that it speaks of."""
    for name, acceptance in subject.program.eligibility.acceptance.items():
        rule = acceptance.rule.value if acceptance.rule is not None else ""
        field = NEEDS.get(rule)
        if field is None or getattr(acceptance, field):
            continue
        path = ("eligibility", "acceptance", name, field)
        severity = subject.weigh(path, CODE.severity)
        if severity is not None:
            yield CODE.at(
                subject.span("eligibility", "acceptance", name, "rule"),
                message=f'"{name}" says {rule}, but names no {field.rstrip("s").replace("body", "governing body")}.',
                remedy=f"Add {field}, or choose another rule.",
                severity=severity,
                path=".".join(path),
            )
