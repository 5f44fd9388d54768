"""What one program gives to a site: its pages, its column of the comparison, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from leadkit.check.run import check_jurisdiction
from leadkit.diagnostic import Severity
from leadkit.policy.compile import compile_policy
from leadkit.site.codes import KEPT_BACK, NOT_TRANSLATED
from leadkit.site.composing import SOURCES, Composing
from leadkit.site.papers import PAGE as PAPERS
from leadkit.site.papers import Papers, page_of, public_papers
from leadkit.site.referred.asking import ID as REFERRED
from leadkit.site.referred.asking import Asking, asking_of
from leadkit.site.translated import ID as LANGUAGES
from leadkit.site.translated import with_untranslated
from leadkit.source.codes_overlay import BASE_ALONE

if TYPE_CHECKING:
    from datetime import date

    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.tree.document import Document
    from leadkit.model.load import Jurisdiction
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing
    from leadkit.site.page import Address, Page
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


class Making:
    """A program on the way to what it gives to a site; each step of it is taken once, and not before it is needed."""

    def __init__(self, jurisdiction: Jurisdiction, wanted: Wanted, folder: str) -> None:
        """Take the program.

        Args:
            jurisdiction: The program.
            wanted: What is asked of the site.
            folder: The folder of its pages; empty where it alone has a site.
        """
        self._jurisdiction, self._wanted, self._folder = jurisdiction, wanted, folder
        self.on, self.digest = wanted.day(jurisdiction), jurisdiction.source.digest

    @cached_property
    def errors(self) -> tuple[Diagnostic, ...]:
        """Because of what it is not published."""
        return tuple(_errors(self._jurisdiction, self.on))

    @cached_property
    def _standing(self) -> Standing:
        return self._jurisdiction.resolve(self.on)

    @property
    def program(self) -> Program | None:
        """The program; None where too little of it can be read."""
        return self._standing.program

    def page(self, address: Address, pages: Iterable[Address]) -> Page | None:
        """One of its pages, of those that no other page has a part in; None where it cannot be composed.

        Args:
            address: Where it stands.
            pages: All pages of the site.
        """
        if self.errors or self.program is None or address.id in (SOURCES, LANGUAGES, PAPERS):
            return None
        asking = self._asking if address.id == REFERRED else None
        return Composing(self._standing, self.program, self._folder, asking=asking).page(address, pages)

    @cached_property
    def part(self) -> Part:
        """All that it gives to the site; no pages where it has errors."""
        if self.errors or self.program is None:
            return Part(self.on, self.digest, self.program, findings=self.errors)
        wanted, folder = self._wanted, self._folder
        composing = Composing(self._standing, self.program, folder, asking=self._asking)
        papers = public_papers(self._standing, self.program) if wanted.papers else Papers()
        listed = {each: page_of(papers, self._standing, folder, each) for each in wanted.languages}
        composed = composing.composed(wanted.languages, listed)
        compared = {each: composing.document(COMPARISON, each) for each in wanted.languages} if folder else {}
        told = (
            *composed.findings, *papers.findings, *_hidden(composing.hidden), *self._unasked,
            *_untranslated(composed.pages),
        )  # fmt: skip
        return Part(self.on, self.digest, self.program, with_untranslated(composed.pages), compared, told)

    @cached_property
    def _asked(self) -> Asking | Diagnostic | None:
        policy = compile_policy(self._jurisdiction, self.on, name=self._folder)
        return asking_of(self.program, policy, self.on) if policy and self.program else None

    @property
    def _asking(self) -> Asking | None:
        return self._asked if isinstance(self._asked, Asking) else None

    @property
    def _unasked(self) -> tuple[Diagnostic, ...]:
        """Why nobody is asked anything."""
        return () if self._asked is None or isinstance(self._asked, Asking) else (self._asked,)


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
