"""LK460: an adopted document in a language that nobody reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK460",
    name="translation-not-reviewed",
    severity=Severity.WARNING,
    summary=("A document is adopted, and its translation is a draft."),
    why=(
        "A release or a list of rights that is wrong in Spanish is a wrong release. Somebody who knows both "
        "languages reads it before anybody signs it."
    ),
    wrong=("documents:\n  participant-rights: {translations: {es: {status: draft}}}\n"),
    right=(
        "documents:\n"
        "  participant-rights: {translations: {es: {status: reviewed, by: County language office, on: 2026-09-03}}}\n"
    ),
    source="Multnomah prints its papers in Spanish",
)
READS: tuple[str, ...] = ("documents",)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each draft translation of an adopted document."""
    for name, document in subject.program.documents.items():
        for language, translation in document.translations.items():
            if document.status == "adopted" and translation.status == "draft":
                yield CODE.at(
                    subject.span("documents", name, "translations", language, "status"),
                    subject.span("documents", name, "status"),
                    message=f'"{name}" is adopted, but its translation ({language}) is a draft.',
                    remedy="Have it reviewed and say by whom and when, or call the document a draft.",
                    path=f"documents.{name}.translations.{language}",
                )
