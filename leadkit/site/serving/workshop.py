"""A site that is made anew whenever its programs change; the last good one stays."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.model.load import load
from leadkit.site.publishing import publish

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction
    from leadkit.site.planning import Kept
    from leadkit.site.wanted import Wanted


@dataclass(slots=True)
class Workshop:
    """Makes the site of some programs into a folder.

    Attributes:
        folders: The place of each program, by the folder of its pages.
        out: The folder of the site.
        wanted: What is asked of it.
        version: Counts what was made, so that a page can ask whether it is old.
        errors: Why the programs as they are now are not what is shown.
    """

    folders: Mapping[str, str]
    out: Path
    wanted: Wanted
    version: int = 0
    errors: tuple[Diagnostic, ...] = ()
    _kept: Kept = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def make(self) -> Mapping[str, Jurisdiction]:
        """Read the programs and make the site; return them as they were read."""
        programs = {name: load(place) for name, place in self.folders.items()}
        with self._lock:
            made = publish(programs, self.out, self.wanted, self._kept)
            self.errors = tuple(one for one in made.findings if one.is_error)
            self.version += 1
        return programs

    def file(self, path: str) -> bytes | None:
        """A file of the site as it is shown; None where there is none, or where it lies outside.

        Args:
            path: Its path below the site, which a browser may have made up.
        """
        root = (self.out / "site").resolve()
        steps = [step for step in path.split("/") if step]
        if any(_leads_away(step) for step in steps):
            return None
        target = root.joinpath(*steps) if steps else root / "index.html"
        try:
            target = target / "index.html" if target.is_dir() else target
            with self._lock:
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
    return f"{span.file}, line {span.line} – " if span else ""
