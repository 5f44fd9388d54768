"""LK448: a part, grade or level that the law does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.law import cited
from leadkit.diagnostic import Code, Diagnostic, Severity, listed, nearest

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.law.offence import Offence

CODE = Code(
    code="LK448",
    name="part-of-no-law",
    severity=Severity.ERROR,
    summary="An offense is listed in a part, a grade or a level that its law does not have.",
    why=(
        "The list says which part of a section may be diverted. A part that the section does not have admits nobody, "
        "and the part that was meant is not listed."
    ),
    wrong=("eligibility:\n  offences:\n    parks: {limbs: [remaning]}\n"),
    right=("eligibility:\n  offences:\n    parks: {limbs: [remaining]}\n"),
)
READS: tuple[str, ...] = ("eligibility", "law", "program")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each part, grade and level that is not among those known of the law.

    Of a law that is not in force on the day LK420 says so, and what it has or lacks follows from that.
    """
    for name, offence in subject.program.eligibility.offences.items():
        law = cited(subject, offence.law)
        if law is None or law.in_force(subject.on) is False:
            continue
        for field, known in _known(law).items():
            for index, written in enumerate(getattr(offence, field)):
                if not known or written in known:
                    continue
                path = ("eligibility", "offences", name, field)
                meant = nearest(written, known)
                yield CODE.at(
                    subject.span(*path, index),
                    message=f'{law.citation} has no "{written}".',
                    remedy=f'Did you mean "{meant}"?' if meant else f"Use {listed(sorted(known))}.",
                    path=".".join(path),
                )


def _known(law: Offence) -> dict[str, set[str]]:
    """The words of the law for each field; none where they were not researched in full."""
    grades, levels = [band.grade for band in law.bands], [band.level for band in law.bands]
    inner = {limb.level.value for limb in law.limbs if limb.level}
    return {
        "limbs": {limb.id for limb in law.limbs} | {limb.citation for limb in law.limbs if limb.citation},
        "grades": {grade for grade in grades if grade} if all(grades) else set(),
        "levels": {level.value for level in levels if level} | inner if all(levels) else set(),
    }
