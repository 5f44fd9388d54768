"""LK528: a project manager hosted by a partner, with no rule on independence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.agencies.kinds import JUSTICE
from leadkit.model.roles.role import ProjectManagerRole

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK528",
    name="host-without-independence",
    severity=Severity.WARNING,
    summary=("Project management is hosted by the police or by another partner, and no rule keeps it independent."),
    why=(
        "A host that also refers, charges or treats can bend the program to its own ends. It has "
        "happened: programs were taken over by one partner, or moved under a police unit."
    ),
    wrong=(
        "roles:\n  project-manager: {host_agency: sampleton-police, independence: partner_host, independence_rule: ~}\n"
    ),
    right=(
        "roles:\n"
        "  project-manager: {host_agency: sampleton-police, independence: partner_host, "
        "independence_rule: The manager answers to the policy coordinating group alone.}\n"
    ),
    source="Albany 2021 and Philadelphia",
)
READS: tuple[str, ...] = ("roles", "agencies")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each host that is a partner, where no rule keeps it independent."""
    agencies = subject.program.agencies
    for name, role in subject.program.roles.items():
        if not isinstance(role, ProjectManagerRole) or role.independence_rule or role.host_agency not in agencies:
            continue
        justice = agencies[role.host_agency].side in JUSTICE
        partner = role.independence is not None and role.independence.value == "partner_host"
        severity = subject.weigh(("roles", name, "independence"), CODE.severity)
        if (justice or partner) and severity is not None:
            yield CODE.at(
                subject.span("roles", name, "host_agency"),
                message=f'"{role.host_agency}" hosts project management, and no rule keeps it independent.',
                remedy="Add independence_rule: what the host may not decide alone.",
                severity=severity,
                path=f"roles.{name}.independence_rule",
            )
