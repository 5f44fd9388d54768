"""What one program gives to a site: its pages, its column of the comparison, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from leadkit.check.run import check_jurisdiction
from leadkit.diagnostic import Severity
from leadkit.policy.compile import compile_policy
from leadkit.site.codes import KEPT_BACK, NOT_TRANSLATED
from leadkit.site.composing import Composing
from leadkit.site.papers import Papers, page_of, public_papers
from leadkit.site.referred.asking import asking_of
from leadkit.site.translated import with_untranslated
from leadkit.source.codes_overlay import BASE_ALONE

if TYPE_CHECKING:
    from datetime import date

    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.tree.document import Document
    from leadkit.model.load import Jurisdiction
    from leadkit.model.root import Program
    from leadkit.site.page import Page
    from leadkit.site.wanted import Wanted

COMPARISON = "comparison"
"""The outline of what a program puts into the table of several."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one program gives to a site.

    Attributes:
        on: The day on which it is shown.
        digest: The digest of its text.
        program: The program; None where too little of it can be read.
        pages: Its pages; none where it has errors.
        compared: What it puts into the table of several, by language.
        findings: What was found in it.
    """

    on: date
    digest: str
    program: Program | None
    pages: tuple[Page, ...] = ()
    compared: Mapping[str, Document | None] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()


def part_of(jurisdiction: Jurisdiction, wanted: Wanted, folder: str) -> Part:
    """Compose the pages of a program that has no errors.

    Args:
        jurisdiction: The program.
        wanted: What is asked of the site.
        folder: The folder of its pages; empty where it alone has a site.
    """
    day = wanted.day(jurisdiction)
    errors = tuple(_errors(jurisdiction, day))
    standing = jurisdiction.resolve(day)
    program, digest = standing.program, jurisdiction.source.digest
    if errors or program is None:
        return Part(day, digest, program, findings=errors)
    policy = compile_policy(jurisdiction, day, name=folder)
    asking = asking_of(program, policy, day) if policy else None
    composing = Composing(standing, program, folder, asking=asking)
    papers = public_papers(standing, program) if wanted.papers else Papers()
    listed = {each: page_of(papers, standing, folder, each) for each in wanted.languages}
    composed = composing.composed(wanted.languages, listed)
    compared = {each: composing.document(COMPARISON, each) for each in wanted.languages} if folder else {}
    told = (*composed.findings, *papers.findings, *_hidden(composing.hidden), *_untranslated(composed.pages))
    return Part(day, digest, program, with_untranslated(composed.pages), compared, told)


def _errors(jurisdiction: Jurisdiction, on: date) -> Iterator[Diagnostic]:
    """The errors because of which a program is not published."""
    yield from (one for one in check_jurisdiction(jurisdiction, on) if one.is_error)
    for one in jurisdiction.source.diagnostics:
        if one.code == BASE_ALONE.code:
            remedy = "Publish a folder that extends it."
            yield replace(one, severity=Severity.ERROR, message="This folder is a base, and no program.", remedy=remedy)


def _hidden(fields: set[str]) -> Iterator[Diagnostic]:
    for path in sorted(fields):
        message = f"{path} is not public, so that a page says only that."
        yield KEPT_BACK.at(message=message, remedy="Publish it with visibility, or leave it.", path=path)


def _untranslated(pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    names = [page.address.html for page in pages if page.fallback]
    if names:
        message = f"Not translated, and shown in English: {', '.join(names)}."
        yield NOT_TRANSLATED.at(message=message, remedy="Nothing needs to be done: the pages say so.")
