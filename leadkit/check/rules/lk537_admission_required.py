"""LK537: an admission as the price of the offer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK537",
    name="admission-required",
    severity=Severity.WARNING,
    summary="The offer depends on an admission of guilt.",
    why=(
        "An admission can cost a person a visa, a home or a job, even where no charge is ever filed. The "
        "model asks for none."
    ),
    wrong=("procedure:\n  offer: {admission_required: yes}\n"),
    right=("procedure:\n  offer: {admission_required: no}\n"),
)
READS: tuple[str, ...] = ("procedure",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where an admission is required."""
    offer = subject.program.procedure.offer
    if offer is not None and offer.admission_required is True:
        yield CODE.at(
            subject.span("procedure", "offer", "admission_required"),
            message="A person must admit something to be diverted.",
            remedy="Say admission_required: no, or have counsel for the defense look at the offer.",
            path="procedure.offer.admission_required",
        )
