"""LK450: a sale is on the list, and every sale keeps the person out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK450",
    name="sale-listed-and-barred",
    severity=Severity.WARNING,
    summary=("A sale for subsistence is on the list, and an exclusion keeps out everybody who sells."),
    why=(
        "The list promises what the exclusion takes back, and two officers will read the card in two ways. "
        "Programs that divert a sale for subsistence bar only the sale for profit."
    ),
    wrong=("eligibility:\n  exclusions:\n    profit: {when: always}\n"),
    right=("eligibility:\n  exclusions:\n    profit: {when: profit_above_subsistence}\n"),
    source="Santa Fe and Seattle bar delivery only with profit above subsistence",
)
READS: tuple[str, ...] = ("eligibility",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each exclusion of every sale beside an offence that is listed for subsistence."""
    eligibility = subject.program.eligibility
    listed = [
        name
        for name, offence in eligibility.offences.items()
        if not offence.excluded and "subsistence_sale" in offence.conditions
    ]
    for name, exclusion in eligibility.exclusions.items():
        if listed and exclusion.test == "intent_to_deliver" and exclusion.when == "always":
            yield CODE.at(
                subject.span("eligibility", "exclusions", name, "when"),
                subject.key("eligibility", "offences", listed[0]),
                message=f'"{name}" keeps out everybody who sells, but "{listed[0]}" is listed for subsistence.',
                remedy="Say when: profit_above_subsistence, or take the sale off the list.",
                path=f"eligibility.exclusions.{name}.when",
            )
