"""LK420: law that is not in force on the day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.law import cited
from leadkit.check.ask.life import takes_referrals
from leadkit.diagnostic import Code, Diagnostic, Severity, listed

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK420",
    name="law-not-in-force",
    severity=Severity.ERROR,
    summary="An offence rests on law that is not in force on a day on which the program uses it.",
    why=(
        "Nobody may be arrested, and so nobody diverted, for what is no offense any more or not yet. What "
        "was not researched is neither in nor out of force, and is never reported here."
    ),
    wrong=("eligibility:\n  offences:\n    possession: {law: wa-69.50.4013-2021}\n"),
    right=("eligibility:\n  offences:\n    possession: {law: wa-69.50.4013}\n"),
)
READS: tuple[str, ...] = ("program", "eligibility", "law")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each offence whose law is known to be out of force on the day."""
    if not takes_referrals(subject):
        return
    for name, offence in subject.program.eligibility.offences.items():
        law = cited(subject, offence.law)
        if law is None or offence.excluded:
            continue
        standing = law.standing(subject.on)
        if standing.answer is False:
            others = listed(law.replaced_by) if law.replaced_by else ""
            yield CODE.at(
                subject.span("eligibility", "offences", name, "law"),
                message=f"{law.citation} ({offence.law}; {standing.reason}) is not in force.",
                on=subject.on,
                remedy=f"Use {others}, or end this on the day the law ended."
                if others
                else "End this entry on the day the law ended, or name the law that is in force.",
                path=f"eligibility.offences.{name}.law",
            )
