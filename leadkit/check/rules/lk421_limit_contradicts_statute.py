"""LK421: a limit that reaches beyond the offence it is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.law import ceiling_of, cited, exceeds
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK421",
    name="limit-contradicts-statute",
    severity=Severity.WARNING,
    summary="A limit allows more than the offense it is for can be.",
    why=(
        "Above the statute's threshold the conduct is another, graver offense. A limit that allows more "
        "admits nobody and promises what the list does not hold."
    ),
    wrong=("eligibility:\n  amounts:\n    goods: {at_most: $5000, offences: theft}\n"),
    right=("eligibility:\n  amounts:\n    goods: {at_most: $500, offences: theft}\n"),
)
READS: tuple[str, ...] = ("eligibility", "law")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each limit above the threshold at which its offence becomes another."""
    offences = subject.program.eligibility.offences
    for name, limit in subject.program.eligibility.amounts.items():
        amount = limit.at_most.amount if limit.at_most else None
        if amount is None:
            continue
        for each in limit.offences:
            law = cited(subject, offences[each].law) if each in offences else None
            ceiling = ceiling_of(law) if law else None
            if ceiling is not None and law is not None and exceeds(amount, ceiling):
                yield CODE.at(
                    subject.span("eligibility", "amounts", name, "at_most"),
                    message=f'"{name}" allows {amount}, but {law.citation} ends at {ceiling}.',
                    remedy=f"Write {ceiling} or less, or add the graver offence to the list.",
                    path=f"eligibility.amounts.{name}.at_most",
                )
