"""LK453: an agency must consent that cannot refuse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK453",
    name="veto-not-held",
    severity=Severity.WARNING,
    summary=("The consent of a supervising agency is required, and the agency is said to have no veto."),
    why=(
        "An agency that is told and one that can stop a diversion are two different partners. Officers, "
        "defenders and the agency itself must know which of the two it is."
    ),
    wrong=("roles:\n  supervision: {can_veto: no}\n"),
    right=("roles:\n  supervision: {can_veto: yes}\n"),
    source="San Francisco and Baltimore: the supervising agency can refuse",
)
READS: tuple[str, ...] = (
    "roles",
    "eligibility",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each rule of consent where every supervising agency that it means has no veto."""
    from leadkit.model.roles.role import SupervisionRole

    roles = {name: role for name, role in subject.program.roles.items() if isinstance(role, SupervisionRole)}
    for name, rule in subject.program.eligibility.supervision.items():
        if rule.effect != "agency_consent":
            continue
        asked = {
            key: role
            for key, role in roles.items()
            if (not rule.agencies or set(rule.agencies).intersection(role.agencies))
            and (not role.supervises or rule.kind in role.supervises)
        }
        if asked and all(role.can_veto is False for role in asked.values()):
            yield CODE.at(
                subject.span("eligibility", "supervision", name, "effect"),
                subject.span("roles", next(iter(asked)), "can_veto"),
                message=f'"{name}" needs the consent of an agency that has no veto.',
                remedy="Say can_veto: yes, or effect: agency_told or agency_asked.",
                path=f"eligibility.supervision.{name}.effect",
            )
