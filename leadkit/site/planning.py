"""All pages of a site, and what the theme is told of it, before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leadkit.documents.words import words_of
from leadkit.site.codes import TWO_FOLDERS
from leadkit.site.part import Part, part_of
from leadkit.site.search import can_search
from leadkit.site.several.pages import pages_of_several
from leadkit.site.shown import Shown, names_of, styles_of, told_of
from leadkit.version import VERSION

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction
    from leadkit.model.root import Program
    from leadkit.site.page import Page
    from leadkit.site.wanted import Wanted

_TAKEN = (
    "css", "es", "en", "js", "pagefind", "pictures", "papers", "data", "index", "compare", "404.html", "sitemap.xml",
    "sitemap.xml.gz", "templates",
)  # fmt: skip
"""What the site itself has at its root, and what mkdocs leaves out there."""
_NO_ADDRESS = re.compile(r"\..*|.*[#%{}].*", re.DOTALL)
"""A name that mkdocs leaves out, or with a sign that means something in an address."""
_SHORT = 12

Kept = dict[str, tuple[str, Part]]
"""What each program gave to a site before, with the digest of what that was made from."""


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
        return not self.pages or any(each.is_error for each in self.findings)


def plan(programs: Mapping[str, Jurisdiction], wanted: Wanted, digest: str, kept: Kept | None = None) -> Plan:
    """Compose all pages of a site; none of a program with errors.

    Args:
        programs: Each program by the folder of its pages.
        wanted: What is asked of the site.
        digest: The digest of all that it is made from.
        kept: What programs gave before: one whose text has not changed is not composed again.
    """
    several = len(programs) > 1
    kept = {} if kept is None else kept
    if several and (taken := tuple(_taken(programs))):
        return _blocked(taken, digest)
    parts = {
        folder if several else "": _part(folder, jurisdiction, wanted, several, kept)
        for folder, jurisdiction in programs.items()
    }
    found = tuple(one for part in parts.values() for one in part.findings)
    known = {folder: part.program for folder, part in parts.items() if part.program is not None}
    if any(each.is_error for each in found) or len(known) < len(programs):
        return _blocked(tuple(one for one in found if one.is_error), digest)
    pages = [page for part in parts.values() for page in part.pages]
    if several:
        pages = [*pages_of_several(parts, known, wanted), *pages]
    days = sorted({part.on for part in parts.values()})
    return Plan(tuple(pages), _shown(parts, known, digest, wanted, days), days[-1], digest, found)


def _blocked(blocking: tuple[Diagnostic, ...], digest: str) -> Plan:
    """What is not written, and why."""
    return Plan((), Shown("", False, "", "", VERSION, False), date.min, digest, blocking)


def _part(folder: str, jurisdiction: Jurisdiction, wanted: Wanted, several: bool, kept: Kept) -> Part:
    made_from = f"{jurisdiction.source.digest} {wanted.as_text()} {several}"
    before = kept.get(folder)
    if before is None or before[0] != made_from:
        kept[folder] = (made_from, part_of(jurisdiction, wanted, folder if several else ""))
    return kept[folder][1]


def _shown(
    parts: Mapping[str, Part], known: Mapping[str, Program], digest: str, wanted: Wanted, days: list[date]
) -> Shown:
    told = {folder: told_of(program, parts[folder].digest) for folder, program in known.items()}
    on = words_of(wanted.languages[0]).long_date(days[0]) if len(days) == 1 else ""
    return Shown(
        names_of([*known.values()]), len(known) > 1, on, digest[:_SHORT], VERSION, wanted.search and can_search(),
        wanted.site_url, told, styles_of(known),
    )  # fmt: skip


def _taken(folders: Iterable[str]) -> Iterator[Diagnostic]:
    """Tell of each program whose pages can have no folder of its name; ES is the folder es on Windows and on a Mac."""
    for folder in folders:
        if folder.casefold() in _TAKEN or _NO_ADDRESS.fullmatch(folder):
            message = f"The pages of a program cannot stand in a folder named {folder}."
            yield TWO_FOLDERS.at(message=message, remedy="Give the program's folder another name.")
