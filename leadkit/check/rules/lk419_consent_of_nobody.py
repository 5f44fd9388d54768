"""LK419: the consent of a supervising agency that is not named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.absence import weight_of_missing
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK419",
    name="consent-of-nobody",
    severity=Severity.ERROR,
    summary="The consent of a supervising agency is required, but no agency supervises anybody.",
    why="An agency that can stop a diversion must be one that somebody can call.",
    wrong=(
        "roles:\n"
        "  supervision: ~\n"
        "eligibility:\n"
        "  supervision:\n"
        "    community-custody: {agencies: ~, override_by: felony-charging}\n"
        "    probation: {agencies: ~}\n"
        "  exclusions:\n"
        "    supervision-veto: {override_by: felony-charging}\n"
        "  warrants:\n"
        "    custody-warrant: {handled_by: liaison-prosecutor}\n"
    ),
    right=("roles:\n  supervision: {kind: supervision_agency}\n"),
)
READS: tuple[str, ...] = ("roles", "pathways", "eligibility")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each rule that needs the consent of a supervising agency where none has that role."""
    program = subject.program
    named = any(role.kind == "supervision_agency" for role in program.roles.values())
    if named or any(rule.agencies for rule in program.eligibility.supervision.values()):
        return
    needing: list[tuple[str, ...]] = [
        ("eligibility", "supervision", name)
        for name, rule in program.eligibility.supervision.items()
        if rule.effect is not None and rule.effect.value in ("agency_asked", "agency_consent")
    ]
    needing += [
        ("eligibility", "exclusions", name)
        for name, exclusion in program.eligibility.exclusions.items()
        if exclusion.test == "supervising_agency_consent"
    ]
    needing += [
        ("pathways", name, "consent_from")
        for name, pathway in program.pathways.items()
        if any(consent.value == "supervising_agency" for consent in pathway.consent_from)
    ]
    severity = weight_of_missing(subject, "roles", CODE.severity)
    for path in needing if severity else []:
        yield CODE.at(
            subject.key(*path),
            message="The consent of a supervising agency is needed here, but no role has that part.",
            remedy="Add a role with kind: supervision_agency, or name the agencies of the supervision rule.",
            severity=severity,
            path=".".join(path),
        )
