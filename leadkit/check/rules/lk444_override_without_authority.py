"""LK444: an override by somebody who cannot give it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.rules import rules_of
from leadkit.diagnostic import Code, Diagnostic, Severity
from leadkit.model.actors import Actor
from leadkit.model.eligibility.rule import Strength

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK444",
    name="override-without-authority",
    severity=Severity.WARNING,
    summary="A rule is overridden by somebody who has no say about it, or an absolute rule is overridden at all.",
    why=(
        "Setting a rule aside is a decision about one person that others rely on. Whoever decides needs a role in the "
        "program, and the officer who screened does not overrule the own finding. An absolute rule has no override."
    ),
    wrong=("eligibility:\n  amounts:\n    controlled-substance: {override_by: [harbor-treatment]}\n"),
    right=("eligibility:\n  amounts:\n    controlled-substance: {override_by: [felony-charging]}\n"),
)
READS: tuple[str, ...] = ("eligibility", "roles", "agencies")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each override that contradicts its rule, and for each by somebody without a role."""
    program = subject.program
    holders = {agency for role in program.roles.values() for agency in role.agencies}
    for path, rule in rules_of(program):
        if rule.strength is Strength.ABSOLUTE and rule.override_by:
            yield _finding(subject, path, "is absolute, so nobody overrides it")
            continue
        for actor in rule.override_by:
            if actor == Actor.OFFICER and actor in rule.screened_by:
                yield _finding(subject, path, "is screened and overridden by the same officer")
            elif actor in program.agencies and actor not in holders and actor not in program.roles:
                yield _finding(subject, path, f'is overridden by "{actor}", which holds no role in the program')


def _finding(subject: Subject, path: tuple[str, ...], what: str) -> Diagnostic:
    return CODE.at(
        subject.span(*path, "override_by"),
        message=f'"{path[-1]}" {what}.',
        remedy="Name a role that may decide, such as the charging authority, or correct the strength of the rule.",
        path=".".join((*path, "override_by")),
    )
