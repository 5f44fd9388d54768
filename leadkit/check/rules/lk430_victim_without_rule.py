"""LK430: an offence with a victim, and no rule for complainants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.pathways import ARREST, open_pathways
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK430",
    name="victim-without-rule",
    severity=Severity.WARNING,
    summary=(
        "An offense that harms a person or a business may be diverted, and nothing is said about the complainant."
    ),
    why=(
        "A store or a neighbor who was harmed will ask who heard them. Silence leaves that to each "
        "officer, and may break the state's law on victims' rights."
    ),
    wrong=("eligibility:\n  victims: ~\n  consent: {complainant: ~}\n"),
    right=("eligibility:\n  consent: {complainant: {required: if_person_victim, form: states_preference}}\n"),
    source="N.Y. and Maine programs divert only where the complainant declines to prosecute",
)
READS: tuple[str, ...] = ("eligibility", "pathways")


HARMED = frozenset({"business", "person"})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each offence with a victim where no rule speaks of complainants."""
    eligibility = subject.program.eligibility
    consent = eligibility.consent
    if (consent is not None and consent.complainant is not None) or eligibility.victims is not None:
        return
    severity = subject.weigh(("eligibility", "consent", "complainant"), CODE.severity)
    if severity is None or not open_pathways(subject.program, ARREST):
        return
    for name, offence in eligibility.offences.items():
        if offence.victim_type is not None and offence.victim_type.value in HARMED and not offence.excluded:
            yield CODE.at(
                subject.span("eligibility", "offences", name, "victim_type"),
                message=f'"{name}" harms a {offence.victim_type.value}, but nothing is said about the complainant.',
                remedy="Say under eligibility.consent.complainant whether the complainant is asked.",
                severity=severity,
                path=f"eligibility.offences.{name}",
            )
