"""A page of a site before it is written, and where it stands."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from leadkit.documents.words import FIRST

PAGES = (
    "index", "who", "how", "referred", "partners", "governance", "services", "privacy", "results", "documents", "open",
    "sources", "languages",
)  # fmt: skip
"""The pages of a program, in the order of the menu."""


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """Where a page stands.

    Attributes:
        program: The folder of its program; empty where the site is of one program, and for pages of several.
        language: The language of the pages around it.
        id: Its name, such as ``who``.
    """

    program: str
    language: str
    id: str

    @property
    def stem(self) -> str:
        """Its path below the folder of pages, without an ending."""
        return "/".join(
            part for part in (self.program, "" if self.language == FIRST else self.language, self.id) if part
        )

    @property
    def markdown(self) -> str:
        """Its file below ``docs/``."""
        return f"{self.stem}.md"

    @property
    def html(self) -> str:
        """Its file below ``site/``: a page opens from a folder too, where nothing serves it."""
        return f"{self.stem}.html"

    def to(self, path: str) -> str:
        """A path below the same folder as seen from this page."""
        return posixpath.relpath(path, posixpath.dirname(self.stem) or ".")


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its text.

    Attributes:
        address: Where it stands.
        title: Its heading.
        description: What it is about, in one sentence.
        text: Its Markdown, from its heading on.
        updated: The day that it prints, in words.
        fallback: Whether its text is in the first language, for want of a translation.
        draft: Whether its text is a translation that nobody reviewed.
        scripts: The files of the theme that run on it.
        files: What stands beside it, by the path below ``docs/``.
    """

    address: Address
    title: str
    description: str
    text: str
    updated: str
    fallback: bool = False
    draft: bool = False
    scripts: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
