"""A site that is made anew whenever its programs change; the last good one stays."""

from __future__ import annotations

import threading
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.model.load import load
from leadkit.site.folder import LOST, SITE
from leadkit.site.made_from import made_from
from leadkit.site.publishing import publish
from leadkit.site.serving.early import early_page
from leadkit.site.serving.rendered import Rendered
from leadkit.source import Parsed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction
    from leadkit.site.page import Page
    from leadkit.site.planning import Kept
    from leadkit.site.wanted import Wanted


@dataclass(slots=True)
class Workshop:
    """Makes the site of some programs into a folder.

    Attributes:
        folders: The place of each program, by the folder of its pages.
        out: The folder of the site.
        wanted: What is asked of it.
        errors: Why the programs as they are now are not what is shown.
        parsed: The files of the programs as they were read: of those that did not change, nothing is read again.
    """

    folders: Mapping[str, str]
    out: Path
    wanted: Wanted
    errors: tuple[Diagnostic, ...] = ()
    parsed: Parsed = field(default_factory=Parsed, init=False)
    _looked_at: str = field(default="", init=False)
    _early: Mapping[str, bytes] = field(default_factory=dict, init=False)
    _pages: tuple[Page, ...] = field(default=(), init=False)
    _kept: Kept = field(default_factory=dict, init=False)
    _rendered: Rendered = field(default_factory=Rendered, init=False)
    _first: threading.Lock = field(default_factory=threading.Lock, init=False)

    def make(self) -> Mapping[str, Jurisdiction]:
        """Read the programs and make the site; return them as they were read.

        The page that somebody looks at is shown first. Until there is a site, whoever asks for a page waits for it.
        """
        with nullcontext() if self._pages else self._first:
            programs = {name: load(place, parsed=self.parsed) for name, place in self.folders.items()}
            if self._pages:
                self._early = self._early_page(programs)
                self.errors = () if self._early else self.errors
            made = publish(programs, self.out, self.wanted, self._kept, self._rendered)
            self.errors = tuple(one for one in made.findings if one.is_error)
            self._pages, self._early = made.pages or self._pages, {}
        return programs

    def _early_page(self, programs: Mapping[str, Jurisdiction]) -> Mapping[str, bytes]:
        """The page that somebody looks at; where it cannot be made alone it comes with the others."""
        digest = made_from(programs, self.wanted)
        try:
            return early_page(programs, self._looked_at, self._pages, digest, self.wanted, self._kept, self._rendered)
        except OSError:
            return {}

    def file(self, path: str) -> bytes | None:
        """A file of the site as it is shown; None where there is none, or where it lies outside.

        Args:
            path: Its path below the site, which a browser may have made up.
        """
        if not self._pages:
            with self._first:  # until there is a site, or it is known why there is none
                pass
        steps = [step for step in path.split("/") if step]
        if any(_leads_away(step) for step in steps):
            return None
        root = (self.out / SITE).resolve()
        target = root.joinpath(*steps)
        try:
            target = target / "index.html" if target == root or target.is_dir() else target
            name = "/".join(target.relative_to(root).parts)
            if name.endswith(".html") and name != LOST:
                self._looked_at = name
            early = self._early.get(name)  # asked once: it may be gone at once, for another thread makes the site
            if early is not None:
                return early
            return target.read_bytes() if target.resolve().is_relative_to(root) else None
        except (OSError, ValueError):
            return None


def _leads_away(step: str) -> bool:
    return step in (".", "..") or any(mark in step for mark in "\\:\0")


def as_lines(found: Sequence[Diagnostic]) -> list[tuple[str, str]]:
    """Each finding as its place with its sentence, and what to do."""
    return [(f"{_place(one)}{one.code}: {one.message}", one.remedy) for one in found]


def _place(found: Diagnostic) -> str:
    span = found.spans[0] if found.spans else None
    return f"{span.place} – " if span else ""
