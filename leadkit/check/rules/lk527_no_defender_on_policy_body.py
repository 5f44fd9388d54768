"""LK527: no public defender on the policy body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.decided import decided, or_decide
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK527",
    name="no-defender-on-policy-body",
    severity=Severity.WARNING,
    summary="Nobody for the defense sits on the body that sets policy.",
    why=(
        "The defense knows what happens to a statement in court. A policy body without it hears one side of every rule."
    ),
    wrong=("governance:\n  bodies:\n    policy-coordinating-group: {members: {defense: ~}}\n"),
    right=("governance:\n  bodies:\n    policy-coordinating-group: {members: {defense: {agency: public-defense}}}\n"),
    source="the core principles of the LEAD National Support Bureau",
)
READS: tuple[str, ...] = ("governance", "agencies", "program", "decisions")


DEFENSE = frozenset({"public_defender", "alternate_defender", "assigned_counsel", "legal_services"})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each policy body with known members and no defender among them."""
    agencies = subject.program.agencies
    for name, body in subject.program.governance.bodies.items():
        path = f"governance.bodies.{name}.members"
        if body.kind.value != "policy" or not body.members or decided(subject, path):
            continue
        kinds = {agencies[one.agency].type.value for one in body.members.values() if one.agency in agencies}
        words = " ".join(one.seat or "" for one in body.members.values()).lower()
        if not kinds & DEFENSE and "defen" not in words:
            compiled = subject.program.program.compiled_from_public_sources
            yield CODE.at(
                subject.key("governance", "bodies", name, "members"),
                message=f'Nobody for the defense sits on "{name}".',
                remedy=f"Give the public defender a seat, {or_decide(path)}",
                severity=Severity.NOTE if compiled else CODE.severity,
                path=path,
            )
