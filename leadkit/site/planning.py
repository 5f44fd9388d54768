"""All pages of a site, and what the theme is told of it, before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leadkit.documents.words import words_of
from leadkit.site.codes import TWO_FOLDERS
from leadkit.site.folder import LOST
from leadkit.site.part import Making
from leadkit.site.search import can_search
from leadkit.site.several.pages import pages_of_several
from leadkit.site.shown import SHORT, Shown, names_of, styles_of, told_of
from leadkit.version import VERSION

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction
    from leadkit.model.root import Program
    from leadkit.site.page import Page
    from leadkit.site.wanted import Wanted

_TAKEN = (
    "css", "es", "en", "js", "pagefind", "pictures", "papers", "data", "index", "compare", LOST, "sitemap.xml",
    "sitemap.xml.gz", "templates",
)  # fmt: skip
"""What the site itself has at its root, and what mkdocs leaves out there."""
_NO_ADDRESS = re.compile(r"\..*|.*[#%{}].*", re.DOTALL)
"""A name that mkdocs leaves out, or with a sign that means something in an address."""

Kept = dict[str, tuple[str, Making]]
"""What each program gave to a site before, with what that was made from."""


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
    if len(programs) > 1 and (taken := tuple(_taken(programs))):
        return _blocked(taken, digest)
    made = makings(programs, wanted, {} if kept is None else kept)
    parts = {folder: each.part for folder, each in made.items()}
    found = tuple(one for part in parts.values() for one in part.findings)
    known = {folder: part.program for folder, part in parts.items() if part.program is not None}
    if any(each.is_error for each in found) or len(known) < len(programs):
        return _blocked(tuple(one for one in found if one.is_error), digest)
    pages = [page for part in parts.values() for page in part.pages]
    if len(programs) > 1:
        pages = [*pages_of_several(parts, known, wanted), *pages]
    return planned(pages, made, digest, wanted, found)


def _blocked(blocking: tuple[Diagnostic, ...], digest: str) -> Plan:
    """What is not written, and why."""
    return Plan((), Shown("", False, "", "", VERSION, False), date.min, digest, blocking)


def makings(programs: Mapping[str, Jurisdiction], wanted: Wanted, kept: Kept) -> dict[str, Making]:
    """Each program on the way to its pages; one whose text has not changed is where it was before.

    Args:
        programs: Each program by the folder of its pages; one alone has the root to itself.
        wanted: What is asked of the site.
        kept: Where each program was before.
    """
    several = len(programs) > 1
    for name, jurisdiction in programs.items():
        made_from = f"{jurisdiction.source.digest} {wanted.as_text()} {several}"
        if name not in kept or kept[name][0] != made_from:
            kept[name] = (made_from, Making(jurisdiction, wanted, name if several else ""))
    return {name if several else "": kept[name][1] for name in programs}


def planned(
    pages: Sequence[Page], made: Mapping[str, Making], digest: str, wanted: Wanted, found: tuple[Diagnostic, ...] = ()
) -> Plan:
    """A site of these pages.

    Args:
        pages: All its pages.
        made: The programs, of which none has errors.
        digest: The digest of all that it is made from.
        wanted: What is asked of it.
        found: What was found.
    """
    known = {folder: each.program for folder, each in made.items() if each.program is not None}
    days = sorted({each.on for each in made.values()})
    return Plan(tuple(pages), _shown(made, known, digest, wanted, days), days[-1], digest, found)


def _shown(
    made: Mapping[str, Making], known: Mapping[str, Program], digest: str, wanted: Wanted, days: list[date]
) -> Shown:
    told = {folder: told_of(program, made[folder].digest) for folder, program in known.items()}
    on = words_of(wanted.languages[0]).long_date(days[0]) if len(days) == 1 else ""
    return Shown(
        names_of([*known.values()]), len(known) > 1, on, digest[:SHORT], VERSION, wanted.search and can_search(),
        wanted.site_url, told, styles_of(known),
    )  # fmt: skip


def _taken(folders: Iterable[str]) -> Iterator[Diagnostic]:
    """Tell of each program whose pages can have no folder of its name; ES is the folder es on Windows and on a Mac."""
    for folder in folders:
        if folder.casefold() in _TAKEN or _NO_ADDRESS.fullmatch(folder):
            message = f"The pages of a program cannot stand in a folder named {folder}."
            yield TWO_FOLDERS.at(message=message, remedy="Give the program's folder another name.")
