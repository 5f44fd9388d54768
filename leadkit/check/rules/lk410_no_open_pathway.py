"""LK410: a program that takes referrals through no pathway."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.life import takes_referrals
from leadkit.check.ask.pathways import open_pathways
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK410",
    name="no-open-pathway",
    severity=Severity.ERROR,
    summary="The program is operating, and no pathway into it is open.",
    why=(
        "A program without an open pathway takes nobody in. Documents that speak of referrals would describe "
        "something that does not happen."
    ),
    wrong=(
        "pathways:\n"
        "  arrest-diversion: {enabled: no}\n"
        "  social-contact: {enabled: no}\n"
        "  community-referral: {enabled: no}\n"
        "  prosecutor-referral: {enabled: no}\n"
        "  post-overdose: {enabled: no}\n"
    ),
    right=(
        "pathways:\n"
        "  arrest-diversion: {enabled: no}\n"
        "  social-contact: {enabled: yes}\n"
        "  community-referral: {enabled: no}\n"
        "  prosecutor-referral: {enabled: no}\n"
        "  post-overdose: {enabled: no}\n"
    ),
)
READS: tuple[str, ...] = ("program", "pathways")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the program takes referrals and has no open pathway."""
    pathways = subject.program.pathways
    if not pathways or not takes_referrals(subject) or open_pathways(subject.program):
        return
    silent = [name for name, pathway in pathways.items() if pathway.enabled is None]
    weights = [subject.weigh(("pathways", name, "enabled"), CODE.severity) for name in silent]
    compiled = subject.program.program.compiled_from_public_sources  # what really was is a fact, not a fault
    severity = Severity.NOTE if compiled or any(weight is not CODE.severity for weight in weights) else CODE.severity
    yield CODE.at(
        subject.key("pathways"),
        message="The program takes referrals, but no pathway is open.",
        remedy="Say enabled: yes for the pathways that are open, or correct program.status.",
        severity=severity,
        path="pathways",
    )
