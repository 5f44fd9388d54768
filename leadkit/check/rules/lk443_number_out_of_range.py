"""LK443: a number that lets in everybody or nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject
    from leadkit.model.eligibility.section import Eligibility

CODE = Code(
    code="LK443",
    name="number-out-of-range",
    severity=Severity.ERROR,
    summary="A number of an eligibility rule is one that no case can be measured by.",
    why=(
        "A limit of nothing keeps everybody out, a look-back of no time sees no record, and nobody is 300 years old. "
        "Such a rule says something else than what was decided."
    ),
    wrong=("eligibility:\n  history:\n    serious-violence: {at_least: 0}\n"),
    right=("eligibility:\n  history:\n    serious-violence: {at_least: 1}\n"),
)
READS: tuple[str, ...] = ("eligibility",)


_OLDEST = 120


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each number that no case can be measured by."""
    for path, what in _senseless(subject.program.eligibility):
        yield CODE.at(
            subject.span("eligibility", *path),
            message=f'"{path[-1]}" {what}.',
            remedy="Correct the number, or take the rule out.",
            path=".".join(("eligibility", *path)),
        )


def _senseless(eligibility: Eligibility) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, limit in eligibility.amounts.items():
        if limit.at_most and limit.at_most.amount and not limit.at_most.amount.value:
            yield ("amounts", name, "at_most"), "allows nothing, so the rule keeps everybody out"
    for name, tier in eligibility.history.items():
        if tier.at_least == 0:
            yield ("history", name, "at_least"), "takes no record at all, so the rule keeps everybody out"
        if tier.within and tier.within.duration and not tier.within.duration.count:
            yield ("history", name, "within"), "looks back no time at all, so the rule keeps nobody out"
    age = eligibility.age
    for field, years in (("minimum", age.minimum), ("maximum", age.maximum)) if age else ():
        if years is not None and years > _OLDEST:
            yield ("age", field), f"is {years}, an age that nobody reaches"
