"""LK467: a second offer under a condition that is not named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.eligibility.acceptance import SecondOffer

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK467",
    name="second-offer-without-terms",
    severity=Severity.ERROR,
    summary=("A second offer needs a wait or an approval, and which is not said."),
    why=(
        "A person who said no in March and asks in May must get one answer from every officer. A wait without "
        "a length and an approval by nobody give each officer their own."
    ),
    wrong=("eligibility:\n  second_offers: {after_no_intake: {again: after_wait, wait: ~}}\n"),
    right=("eligibility:\n  second_offers: {after_no_intake: {again: after_wait, wait: 14 days}}\n"),
)
READS: tuple[str, ...] = ("eligibility",)


NEEDS = {"after_wait": "wait", "with_approval": "approved_by"}
"""What each answer needs beside it."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each second offer that lacks the term it depends on."""
    offers = subject.program.eligibility.second_offers
    if offers is None:
        return
    for event in type(offers).model_fields:
        offer = getattr(offers, event)
        field = NEEDS.get(offer.again.value) if isinstance(offer, SecondOffer) and offer.again is not None else None
        if field is None or getattr(offer, field):
            continue
        path = ("eligibility", "second_offers", event, field)
        severity = subject.weigh(path, CODE.severity)
        if severity is not None:
            yield CODE.at(
                subject.span("eligibility", "second_offers", event, "again"),
                message=f'"{event}" says {offer.again.value}, but {field} is missing.',
                remedy="Say how long the wait is." if field == "wait" else "Name who approves it.",
                severity=severity,
                path=".".join(path),
            )
