"""LK539: no way to a lawyer before the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.pathways import ARREST, open_pathways
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK539",
    name="no-way-to-a-lawyer",
    severity=Severity.WARNING,
    summary="Neither the offer nor the agreement says how a person reaches a lawyer.",
    why=(
        "A person who decides at the curb gives up nothing if a lawyer can be asked. Defense counsel will "
        "advise clients to refuse an offer made without one."
    ),
    wrong=("procedure:\n  offer: {counsel_contact: ~}\nagreement: {defense: ~}\n"),
    right=("procedure:\n  offer: {counsel_contact: The duty line of the public defender.}\n"),
)
READS: tuple[str, ...] = ("procedure", "agreement", "pathways")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where an offer is described without a lawyer."""
    program = subject.program
    offer = program.procedure.offer
    if offer is None or offer.counsel_contact or program.agreement.defense is not None:
        return
    severity = subject.weigh(("procedure", "offer", "counsel_contact"), CODE.severity)
    if severity is not None and open_pathways(program, ARREST):
        yield CODE.at(
            subject.key("procedure", "offer"),
            message="Nothing says how a person reaches a lawyer before answering the offer.",
            remedy="Say counsel_contact: whom to call, and when.",
            severity=Severity.NOTE if program.program.compiled_from_public_sources else severity,
            path="procedure.offer.counsel_contact",
        )
