"""What is asked of a site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leadkit.site.words import LANGUAGES

if TYPE_CHECKING:
    from leadkit.model.load import Jurisdiction


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a site.

    Attributes:
        on: The day; None for each program's own.
        languages: The languages of its pages, the first of them at the root.
        site_url: Where it will stand; empty where nobody knows.
        search: Whether it gets a search.
        workflow: Whose pages publish it, ``github`` or ``gitlab``; empty where no file for that is wanted.
        papers: Whether the papers that everybody may read stand on it.
        overwrite: Whether files that somebody changed are written over.
    """

    on: date | None = None
    languages: tuple[str, ...] = LANGUAGES
    site_url: str = ""
    search: bool = True
    workflow: str = ""
    papers: bool = False
    overwrite: bool = False

    def as_text(self) -> str:
        """What has a part in the bytes of the site."""
        return repr((self.on, self.languages, self.site_url, self.search, self.workflow, self.papers))

    def day(self, jurisdiction: Jurisdiction) -> date:
        """The day on which a program is shown."""
        return self.on or jurisdiction.as_of
