"""LK452: whether the complainant is asked is said in two ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK452",
    name="complainant-asked-or-not",
    severity=Severity.WARNING,
    summary=("The complainant is said to be asked, and not to be asked."),
    why=(
        "Where a complainant must decline prosecution, an officer may not divert without the answer. A rule "
        "that asks for nothing and a form that asks for something cannot both be followed."
    ),
    wrong=("eligibility:\n  consent: {complainant: {required: always, form: not_asked}}\n"),
    right=("eligibility:\n  consent: {complainant: {required: always, form: declines_prosecution}}\n"),
    source="Albany, Maine, Schoharie and Albuquerque divert only where the complainant declines to prosecute",
)
READS: tuple[str, ...] = ("eligibility",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the need for an answer and its form contradict each other."""
    consent = subject.program.eligibility.consent
    rule = consent.complainant if consent is not None else None
    if rule is None or rule.required is None or not rule.form:
        return
    asked = set(rule.form) != {"not_asked"}
    if asked is (rule.required == "never"):
        path = ("eligibility", "consent", "complainant")
        says = "is asked, though no answer is required" if asked else "is not asked, though an answer is required"
        yield CODE.at(
            subject.span(*path, "form"),
            subject.span(*path, "required"),
            message=f"By these two lines the complainant {says}.",
            remedy="Say required: never with form: not_asked, or name what the complainant says.",
            path=".".join((*path, "form")),
        )
