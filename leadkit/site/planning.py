"""All pages of a site, and what the theme is told of it, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leadkit.check.run import check_jurisdiction
from leadkit.documents.words import words_of
from leadkit.site.codes import KEPT_BACK, NOT_TRANSLATED, TWO_FOLDERS
from leadkit.site.composing import Composing
from leadkit.site.search import can_search
from leadkit.site.several.pages import pages_of_several
from leadkit.site.shown import Shown, names_of, styles_of, told_of
from leadkit.version import VERSION

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing
    from leadkit.site.page import Page
    from leadkit.site.wanted import Wanted

_TAKEN = ("css", "es", "en", "js", "pagefind", "pictures", "papers", "data", "index", "compare")
_SHORT = 12


@dataclass(frozen=True, slots=True)
class Plan:
    """A site before it is written.

    Attributes:
        pages: Its pages.
        shown: What the theme is told.
        on: The day that stands in the map of the site.
        digest: The digest of all that it is made from.
        findings: What was found; it is not written where one of them is an error.
    """

    pages: tuple[Page, ...]
    shown: Shown
    on: date
    digest: str
    findings: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether it is not written."""
        return any(each.is_error for each in self.findings)


def plan(programs: Mapping[str, Jurisdiction], wanted: Wanted, digest: str) -> Plan:
    """Compose all pages of a site; none of a program with errors."""
    several = len(programs) > 1
    found = [*_taken(programs if several else {})]
    standings: dict[str, Standing] = {}
    for folder, jurisdiction in programs.items():
        found += errors_of(jurisdiction, wanted.day(jurisdiction))
        standings[folder] = jurisdiction.resolve(wanted.day(jurisdiction))
    known = {folder: one.program for folder, one in standings.items() if one.program is not None}
    if any(each.is_error for each in found) or len(known) < len(programs):
        return Plan((), _nothing(digest), date.min, digest, tuple(found))
    pages: list[Page] = []
    for folder, program in known.items():
        composing = Composing(standings[folder], program, folder if several else "")
        composed = composing.composed(wanted.languages)
        pages += composed.pages
        found += [*composed.findings, *_hidden(composing.hidden), *_untranslated(composed.pages)]
    if several:
        pages = [*pages_of_several(standings, known, pages, wanted), *pages]
    days = sorted({one.on for one in standings.values()})
    shown = _shown(programs, known, digest, wanted, days)
    return Plan(tuple(pages), shown, days[-1], digest, tuple(found))


def errors_of(jurisdiction: Jurisdiction, on: date) -> Iterator[Diagnostic]:
    """The errors because of which a program is not published."""
    from dataclasses import replace

    from leadkit.diagnostic import Severity
    from leadkit.source.codes_overlay import BASE_ALONE

    yield from (one for one in check_jurisdiction(jurisdiction, on) if one.is_error)
    for one in jurisdiction.source.diagnostics:
        if one.code == BASE_ALONE.code:
            remedy = "Publish a folder that extends it."
            yield replace(one, severity=Severity.ERROR, message="This folder is a base, and no program.", remedy=remedy)


def _shown(
    programs: Mapping[str, Jurisdiction], known: Mapping[str, Program], digest: str, wanted: Wanted, days: list[date]
) -> Shown:
    several = len(known) > 1
    names = {folder if several else "": program for folder, program in known.items()}
    told = {
        (folder if several else ""): told_of(program, programs[folder].source.digest)
        for folder, program in known.items()
    }
    on = words_of(wanted.languages[0]).long_date(days[0]) if len(days) == 1 else ""
    return Shown(
        names_of([*known.values()]), several, on, digest[:_SHORT], VERSION, wanted.search and can_search(),
        wanted.site_url, told, styles_of(names),
    )  # fmt: skip


def _nothing(digest: str) -> Shown:
    return Shown("", False, "", digest[:_SHORT], VERSION, False)


def _taken(programs: Mapping[str, Jurisdiction]) -> Iterator[Diagnostic]:
    for folder in programs:
        if folder in _TAKEN:
            message = f"The pages of a program cannot stand in a folder named {folder}."
            yield TWO_FOLDERS.at(message=message, remedy="Give the program's folder another name.")


def _hidden(fields: set[str]) -> Iterator[Diagnostic]:
    for path in sorted(fields):
        message = f"{path} is not public, so that a page says only that."
        yield KEPT_BACK.at(message=message, remedy="Publish it with visibility, or leave it.", path=path)


def _untranslated(pages: tuple[Page, ...]) -> Iterator[Diagnostic]:
    names = [page.address.html for page in pages if page.fallback]
    if names:
        message = f"Not translated, and shown in English: {', '.join(names)}."
        yield NOT_TRANSLATED.at(message=message, remedy="Nothing needs to be done: the pages say so.")
