"""LK515: a party that undertakes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.life import planning
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK515",
    name="party-without-undertaking",
    severity=Severity.WARNING,
    summary="An agency is a party to the agreement and undertakes nothing in it.",
    why="A party that promises nothing need not sign. Mostly its part was forgotten.",
    wrong=("agreement:\n  undertakings:\n    evaluate: ~\n"),
    right=("agreement:\n  undertakings:\n    evaluate: {parties: state-university}\n"),
)
READS: tuple[str, ...] = ("agreement",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each party that is bound and undertakes nothing."""
    agreement = subject.program.agreement
    if not agreement.undertakings or planning(subject.program):
        return
    acting = {party for undertaking in agreement.undertakings.values() for party in undertaking.parties}
    for name, party in agreement.parties.items():
        bound = party.joins_as is not None and party.joins_as.value == "party"
        if bound and name not in acting:
            yield CODE.at(
                subject.key("agreement", "parties", name),
                message=f'"{name}" is a party, but undertakes nothing.',
                remedy="Add its part under agreement.undertakings, or let it join as advisory.",
                path=f"agreement.parties.{name}",
            )
