"""LK469: an offer in custody without the warnings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK469",
    name="questioned-without-warning",
    severity=Severity.WARNING,
    summary=("People may be in custody when they get the offer, and no warnings are given."),
    why=(
        "An offer invites an answer, and an answer in custody without the warnings invites a motion. The "
        "person also loses the moment at which a lawyer is mentioned."
    ),
    wrong=("procedure:\n  offer: {miranda_if_custodial: no}\n"),
    right=("procedure:\n  offer: {miranda_if_custodial: yes}\n"),
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where an arrest is custodial and the offer comes without the warnings."""
    offer, modes = subject.program.procedure.offer, subject.program.procedure.arrest_mode
    custodial = [name for name, mode in modes.items() if {"custodial_arrest", "booked"}.intersection(mode.mode)]
    if offer is not None and offer.miranda_if_custodial is False and custodial:
        yield CODE.at(
            subject.span("procedure", "offer", "miranda_if_custodial"),
            subject.span("procedure", "arrest_mode", custodial[0], "mode"),
            message=f'Under "{custodial[0]}" people are in custody, but they get the offer without the warnings.',
            remedy="Say miranda_if_custodial: yes, or make the offer before any custody.",
            path="procedure.offer.miranda_if_custodial",
        )
