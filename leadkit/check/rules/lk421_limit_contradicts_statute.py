"""LK421: a limit that reaches beyond the offence it is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.law import cited, exceeds
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.eligibility.amounts import AmountLimit

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


def _meant(subject: Subject, limit: AmountLimit) -> Iterator[str]:
    """The offences that a limit is for: those it names, else those that name its class of substance."""
    offences = subject.program.eligibility.offences
    if limit.offences:
        yield from (name for name in limit.offences if name in offences)
    elif limit.substance is not None:
        yield from (name for name, offence in offences.items() if limit.substance in offence.substances)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each limit above the threshold at which its offence becomes another."""
    offences = subject.program.eligibility.offences
    for name, limit in subject.program.eligibility.amounts.items():
        amount = limit.at_most.amount if limit.at_most else None
        if amount is None:
            continue
        for each in _meant(subject, limit):
            law = cited(subject, offences[each].law)
            end = law.ceiling if law else None
            ceiling = end.amount if end else None
            if ceiling is not None and law is not None and exceeds(amount, ceiling):
                yield CODE.at(
                    subject.span("eligibility", "amounts", name, "at_most"),
                    message=f'"{name}" allows {amount}, but {law.citation} ends at {ceiling}.',
                    remedy=f"Write {ceiling} or less, or add the graver offence to the list.",
                    path=f"eligibility.amounts.{name}.at_most",
                )
