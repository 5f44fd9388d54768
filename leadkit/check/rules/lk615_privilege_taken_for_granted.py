"""LK615: records under a privilege that nobody has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK615",
    name="privilege-taken-for-granted",
    severity=Severity.WARNING,
    summary=("A category is protected by a state privilege, and the staff of an agency that keeps it have none."),
    why=(
        "Peers and unlicensed case managers mostly have no privilege. A participant who is told otherwise "
        "speaks more freely than the law protects."
    ),
    wrong=(
        "sharing:\n"
        "  categories:\n"
        "    engagement: {regimes: state_privilege}\n"
        "agencies:\n"
        "  bridgeway: {staff: {case-managers: {title: Case manager, privilege: none}, clinicians: ~, "
        "peers: ~}}\n"
    ),
    right=("sharing:\n  categories:\n    engagement: {regimes: state_law}\n"),
)
READS: tuple[str, ...] = ("agencies", "sharing")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each category under a privilege that an agency keeps without any privileged staff."""
    program = subject.program
    for name, category in program.sharing.categories.items():
        if not any(regime.value == "state_privilege" for regime in category.regimes):
            continue
        for agency in category.held_by:
            declared = program.agencies.get(agency)
            staff = declared.staff.values() if declared is not None else ()
            if staff and all(one.privilege == "none" for one in staff):
                yield CODE.at(
                    subject.span("sharing", "categories", name, "regimes"),
                    subject.key("agencies", agency, "staff"),
                    message=f'"{name}" is under a privilege, but the staff of "{agency}" have none.',
                    remedy="Take the regime out, or name the staff's licence and the statute that gives the privilege.",
                    path=f"sharing.categories.{name}.regimes",
                )
