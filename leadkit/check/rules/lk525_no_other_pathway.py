"""LK525: arrest diversion without any other pathway."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.life import takes_referrals
from leadkit.check.ask.pathways import ARREST, open_pathways
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK525",
    name="no-other-pathway",
    severity=Severity.WARNING,
    summary="Arrest diversion is open, and nobody can come in without an arrest.",
    why=(
        "Where an arrest is the only pathway, an arrest is the price of help. The programs that last have a "
        "pathway for social contact or for community referral."
    ),
    wrong=(
        "pathways:\n"
        "  social-contact: {enabled: no}\n"
        "  community-referral: {enabled: no}\n"
        "  post-overdose: {enabled: no}\n"
    ),
    right=("pathways:\n  social-contact: {enabled: yes}\n  community-referral: {enabled: no}\n"),
    source="the core principles of the LEAD National Support Bureau",
)
READS: tuple[str, ...] = ("pathways", "program")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where an arrest is the only pathway."""
    pathways = open_pathways(subject.program)
    if subject.incomplete(("pathways",)) or _decided(subject):
        return
    if pathways and all(pathway.kind.value in ARREST for pathway in pathways.values()) and takes_referrals(subject):
        weight = Severity.NOTE if subject.program.program.compiled_from_public_sources else CODE.severity
        yield CODE.at(
            subject.key("pathways", next(iter(pathways))),
            message="An arrest is the only way into the program.",
            remedy="Open a social contact or community referral pathway, or say under open why there is none: "
            "pathways.social-contact: {why: none, reason: …}.",
            severity=weight,
            path="pathways",
        )


def _decided(subject: Subject) -> bool:
    """Whether ``open`` says that a pathway which is not declared was decided against."""
    paths = (subject.steps(path) for path, entry in subject.program.open.items() if entry.why == "none")
    others = {str(path[1]) for path in paths if len(path) == 2 and path[0] == "pathways"}
    return bool(others - subject.ids("pathways"))
