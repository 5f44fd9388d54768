"""LK480: a rule that screening can only ask as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.eligibility.amounts import AS_STATUTE
from leadkit.values.quantities import Period

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.root import Program
    from leadkit.values.quantities import Duration

CODE = Code(
    code="LK480",
    name="asked-as-a-whole",
    severity=Severity.WARNING,
    summary="A rule is written so that screening can only ask whether it holds.",
    why=(
        "A number, a day or a list is compared in the same way in every case. What leadkit cannot take apart becomes "
        "one question, and two people may answer it differently about the same person."
    ),
    wrong="eligibility:\n  consent:\n    guardian: {required_under: Until the age of majority}\n",
    right="eligibility:\n  consent:\n    guardian: {required_under: Under 18}\n",
)
READS: tuple[str, ...] = ("program", "areas", "roles", "pathways", "eligibility", "procedure", "law", "open")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each rule that the compiler could only take as a whole."""
    if not _may_be_found(subject.program):
        return
    from leadkit.policy.compile import compile_standing

    compiled = compile_standing(subject.jurisdiction, subject.standing, subject.program)
    for one in compiled.asked_whole:
        yield CODE.at(
            subject.span(*one.path),
            message=f"Screening can only ask whether this rule holds: {one.why}.",
            remedy=one.remedy,
            path=".".join(one.path),
        )


def _may_be_found(program: Program) -> bool:
    """Whether there is anything that is ever asked as a whole: to compile a program takes as long as to check it."""
    eligibility = program.eligibility
    return (
        (eligibility.consent is not None and eligibility.consent.guardian is not None)
        or any(tier.offences is None for tier in eligibility.history.values())
        or any(
            limit is not None and limit.word == AS_STATUTE
            for one in eligibility.amounts.values()
            for limit in (one.at_most, *one.exceptions.values())
        )
        or any(one is not None and one.period is Period.BUSINESS_DAY for one in _stretches(program))
    )


def _stretches(program: Program) -> Iterator[Duration | None]:
    """The stretches of time that rules of eligibility look back over."""
    eligibility = program.eligibility
    looking_back = (
        *(getattr(one, "lookback", None) for one in program.pathways.values()),
        *(tier.within for tier in eligibility.history.values()),
        *(getattr(one, "within", None) for one in eligibility.exclusions.values()),
    )
    yield from (one.duration for one in looking_back if one is not None)
    yield eligibility.residence.at_least if eligibility.residence else None
    offers = eligibility.second_offers
    if offers is not None:
        for one in (offers.after_declined, offers.after_no_intake, offers.after_exit, offers.after_termination):
            yield one.wait if one else None
