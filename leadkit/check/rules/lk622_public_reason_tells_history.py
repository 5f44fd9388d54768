"""LK622: a public reason that tells criminal history."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.rules import about_records, rules_of
from leadkit.check.ask.telling import record_in, told_in
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK622",
    name="public-reason-tells-history",
    severity=Severity.ERROR,
    summary="The public reason or the code of a rule tells what a person was convicted, charged or wanted for.",
    why=(
        "Everybody in the program hears the public reason, and many of them may not know criminal history. One word "
        "in it tells what the closed record does not."
    ),
    wrong="eligibility:\n  history:\n    gravest: {public_reason: The person has a murder conviction.}\n",
    right="eligibility:\n  history:\n    gravest: {public_reason: The program cannot take this referral now.}\n",
    source="28 CFR 20.33",
)
READS: tuple[str, ...] = ("eligibility",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each reason for all ears that has a word of criminal history in it."""
    for path, rule in rules_of(subject.program):
        for field in ("public_reason", "reason_code"):
            text = getattr(rule, field) or ""
            word = told_in(text) if about_records(path, rule) else record_in(text)
            if word is not None:
                yield CODE.at(
                    subject.span(*path, field),
                    message=f'Any party may read this reason, and "{word}" tells criminal history.',
                    remedy="Put it under restricted_reason; in public the program cannot take this referral now.",
                    path=".".join((*path, field)),
                )
