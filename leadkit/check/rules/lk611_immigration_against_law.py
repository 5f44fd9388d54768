"""LK611: a rule on immigration that contradicts itself or federal law."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.recipients import classes_of
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK611",
    name="immigration-against-law",
    severity=Severity.ERROR,
    summary=(
        "What is shared with immigration authorities contradicts the program's own rule, or forbids what "
        "federal law protects."
    ),
    why=(
        "Federal law protects the exchange of a person's status between governments, and many states "
        "forbid everything beyond it. A text that promises more than the law allows is struck, and takes "
        "trust with it."
    ),
    wrong=("sharing:\n  immigration: {share: nothing, saves_federal_law: no}\n"),
    right=("sharing:\n  immigration: {share: nothing, saves_federal_law: yes}\n"),
    source="8 U.S.C. 1373",
)
READS: tuple[str, ...] = ("roles", "agencies", "governance", "sharing")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for a rule that saves no federal law, and for each flow to immigration against the rule."""
    sharing = subject.program.sharing
    rule = sharing.immigration
    if rule is None:
        return
    if rule.share is not None and rule.share.value == "nothing" and rule.saves_federal_law is False:
        yield CODE.at(
            subject.span("sharing", "immigration", "saves_federal_law"),
            message="Nothing is to be shared with immigration authorities, and federal law is not saved.",
            remedy="Say saves_federal_law: yes, so that what 8 U.S.C. 1373 protects stays untouched.",
            path="sharing.immigration.saves_federal_law",
        )
    for name, flow in sharing.flows.items():
        basis = flow.basis.kind if flow.basis is not None else ""
        to_immigration = any("immigration" in classes_of(subject, one) for one in flow.recipient)
        if to_immigration and basis not in ("statute", "court_order"):
            yield CODE.at(
                subject.key("sharing", "flows", name),
                subject.key("sharing", "immigration"),
                message=f'"{name}" gives information to immigration authorities that no law asks for.',
                remedy="Take the flow out, or name the statute or the court order.",
                path=f"sharing.flows.{name}",
            )
