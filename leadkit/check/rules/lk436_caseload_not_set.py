"""LK436: no limit on how many people one case manager serves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.roles.role import CaseManagementRole

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK436",
    name="caseload-not-set",
    severity=Severity.WARNING,
    summary="Nothing says how many participants one case manager has at most.",
    why=(
        "Intensive case management stops being that somewhere above twenty people. Without a number "
        "nobody can say when the program is full."
    ),
    wrong=(
        "services:\n"
        "  caseload_ratio: ~\n"
        "roles:\n"
        "  case-management: {caseload: ~}\n"
        "open:\n"
        "  services.caseload_ratio:\n"
        "    {why: undecided, question: How many participants per case manager?, owner: project-manager}\n"
    ),
    right=("services:\n  caseload_ratio: 20\n"),
)
READS: tuple[str, ...] = ("services", "roles")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where no role and no service names a caseload."""
    program = subject.program
    managing = [name for name, role in program.roles.items() if isinstance(role, CaseManagementRole)]
    known = any(isinstance(role, CaseManagementRole) and role.caseload is not None for role in program.roles.values())
    if not managing or known or program.services.caseload_ratio is not None:
        return
    paths = (("services", "caseload_ratio"), *(("roles", name, "caseload") for name in managing))
    said = [path for path in paths if subject.said(path) is not None]
    severity = subject.weigh(said[0], CODE.severity, accepts_none=True) if said else None  # silence is LK501
    if severity is not None:
        yield CODE.at(
            subject.key("roles", managing[0]),
            message="Nothing says how many participants one case manager has at most.",
            remedy="Say services.caseload_ratio: 20, or whatever the program decided.",
            severity=severity,
            path="services.caseload_ratio",
        )
