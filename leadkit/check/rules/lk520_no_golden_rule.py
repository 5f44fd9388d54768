"""LK520: nothing says that participants are never worse off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.life import planning
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK520",
    name="no-golden-rule",
    severity=Severity.WARNING,
    summary="Nothing says that nobody is worse off for having taken part.",
    why=(
        "It is the first golden rule of the model: what is learned in the program is not used against the "
        "person. Without it and a remedy for its breach nobody can advise a person to speak."
    ),
    wrong="sharing: {worse_off_remedy: ~}\n",
    right=(
        "sharing: {worse_off_remedy: {promise: Nobody is worse off for having taken part., remedy: The "
        "action is withdrawn.}}\n"
    ),
    source="the core principles of the LEAD National Support Bureau",
)
READS: tuple[str, ...] = ("sharing",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where flows of information are described and the rule is not."""
    sharing = subject.program.sharing
    if sharing.worse_off_remedy is not None or not sharing.flows or planning(subject.program):
        return
    severity = subject.weigh(("sharing", "worse_off_remedy"), CODE.severity)
    if severity is not None:
        yield CODE.at(
            subject.key("sharing"),
            message="Nothing says that nobody is worse off for having taken part.",
            remedy="Add sharing.worse_off_remedy: the promise, the remedy, and to whom a breach is reported.",
            severity=severity,
            path="sharing.worse_off_remedy",
        )
