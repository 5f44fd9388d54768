"""LK418: a presumptive rule that nobody may override."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.rules import rules_of
from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.eligibility.rule import Strength

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK418",
    name="presumption-without-owner",
    severity=Severity.ERROR,
    summary="A rule is presumptive, but nobody is named who may set it aside.",
    why=(
        "A presumption that nobody may rebut is an absolute bar under another name. Counsel and officers "
        "must see whose call it is."
    ),
    wrong=("eligibility:\n  exclusions:\n    profit: {override_by: ~}\n"),
    right=("eligibility:\n  exclusions:\n    profit: {override_by: felony-charging}\n"),
)
READS: tuple[str, ...] = ("eligibility",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each presumptive rule without anybody who may override it."""
    for path, rule in rules_of(subject.program):
        if rule.strength is not Strength.PRESUMPTIVE or rule.override_by:
            continue
        severity = subject.weigh((*path, "override_by"), CODE.severity)
        if severity is not None:
            yield CODE.at(
                subject.key(*path),
                message=f'"{path[-1]}" is presumptive, but nobody is named who may override it.',
                remedy="Name who decides: override_by: felony-charging. Or say strength: absolute.",
                severity=severity,
                path=".".join(path),
            )
