"""LK516: a tribe, or a tribe's land, without terms of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK516",
    name="tribe-without-terms",
    severity=Severity.WARNING,
    summary="A tribe takes part, or its land is covered, and what the tribe keeps is not said.",
    why=(
        "A tribe is a sovereign. Its immunity is waived only by words that say so, its courts and code "
        "apply on its land, and a county cannot decide for it."
    ),
    wrong=("agreement:\n  parties:\n    sample-river-tribe: {tribal: ~}\n"),
    right=("agreement:\n  parties:\n    sample-river-tribe: {tribal: {immunity_waived: no}}\n"),
)
READS: tuple[str, ...] = ("agencies", "areas", "agreement")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each tribal party without terms, and each area of a tribe's land without an agreement."""
    program = subject.program
    for name, party in program.agreement.parties.items():
        agency = program.agencies.get(party.agency)
        form = agency.form.value if agency and agency.form else ""
        if form in ("tribe", "tribal_department") and party.tribal is None:
            yield CODE.at(
                subject.key("agreement", "parties", name),
                message=f'"{name}" is a tribe, and nothing is said about its immunity, law and records.',
                remedy="Add tribal: {immunity_waived: no, approved_by: …, law: …}.",
                path=f"agreement.parties.{name}.tribal",
            )
    for name, area in program.areas.items():
        if area.kind is not None and area.kind.value == "indian_country" and area.indian_country is None:
            yield CODE.at(
                subject.key("areas", name),
                message=f'"{name}" is Indian country, and nothing is said about the tribe\'s agreement and courts.',
                remedy="Add indian_country: {tribe: …, pl280: …, cross_commission: …, agreement: …}.",
                path=f"areas.{name}.indian_country",
            )
