"""LK477: a release in a language in which there is no form and no interpreter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity, listed

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK477",
    name="consent-in-no-language",
    severity=Severity.WARNING,
    summary=("A release is offered in a language in which it is neither printed nor read aloud."),
    why=(
        "A person who signs what nobody could read to them has signed nothing. Either the form is printed in "
        "that language, or an interpreter reads it aloud and is named on it."
    ),
    wrong=("sharing:\n  releases:\n    care-team-release: {languages: [en, so], interpretation: ~}\n"),
    right=(
        "sharing:\n  releases:\n    care-team-release: {languages: [en, so], interpretation: {sight_translated: yes}}\n"
    ),
    source="Title VI of the Civil Rights Act of 1964",
)
READS: tuple[str, ...] = (
    "sharing",
    "documents",
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for each such language of a release whose form is known."""
    documents = subject.program.documents
    for name, release in subject.program.sharing.releases.items():
        form = documents.get(release.form) if release.form is not None else None
        read_aloud = release.interpretation is not None and release.interpretation.sight_translated is True
        if form is None or not form.languages or read_aloud:
            continue
        missing = [language for language in release.languages if language not in form.languages]
        if missing:
            yield CODE.at(
                subject.span("sharing", "releases", name, "languages"),
                subject.key("documents", str(release.form)),
                message=f'"{name}" is offered in {listed(missing)}, but its form is not printed in it.',
                remedy="Print the form in it, or say interpretation: {sight_translated: yes, interpreter_named: yes}.",
                path=f"sharing.releases.{name}.languages",
            )
