"""LK462: a warrant is treated as what it is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK462",
    name="warrant-of-no-judge",
    severity=Severity.ERROR,
    summary=("An administrative immigration form is treated as a judicial warrant, or a judicial warrant as none."),
    why=(
        "A judicial warrant commands arrest, and nobody may treat it as a form. An administrative immigration "
        "warrant is signed by no judge, and is neither served nor cleared by this program."
    ),
    wrong=("eligibility:\n  warrants:\n    immigration-form: {action: execute}\n"),
    right=("eligibility:\n  warrants:\n    immigration-form: {action: not_judicial}\n"),
)
READS: tuple[str, ...] = ("eligibility",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each warrant rule whose kind and action contradict each other."""
    for name, rule in subject.program.eligibility.warrants.items():
        if rule.action is None or rule.kind in ("any", "civil"):
            continue
        administrative, treated_so = rule.kind == "ice_administrative", rule.action == "not_judicial"
        if administrative is not treated_so:
            what = "is signed by no judge, but is treated as a judicial warrant"
            judicial = "is a judicial warrant, but is treated as if no judge had signed it"
            yield CODE.at(
                subject.span("eligibility", "warrants", name, "action"),
                subject.span("eligibility", "warrants", name, "kind"),
                message=f'"{name}" {what if administrative else judicial}.',
                remedy="Say action: not_judicial." if administrative else "Say what the officer does about it.",
                path=f"eligibility.warrants.{name}.action",
            )
