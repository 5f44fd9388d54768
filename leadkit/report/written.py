"""What a command found, and the files that it wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from leadkit.report import text
from leadkit.report.report import Report
from leadkit.report.terminal import clean

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.building import Written


class Done(Protocol):
    """What was done."""

    @property
    def files(self) -> Sequence[Written]:
        """The files that were written."""

    @property
    def diagnostics(self) -> Sequence[Diagnostic]:
        """Every finding."""


def render_text(done: Done, texts: Mapping[str, str], *, colour: bool = False) -> str:
    """The findings, and the files with their sizes."""
    found = [text.render(Report(done.diagnostics, texts, colour=colour))] if done.diagnostics else []
    return "".join([*found, *(f"{clean(each.path.as_posix())}  ({each.size / 1000:.0f} kB)\n" for each in done.files)])
