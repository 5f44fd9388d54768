"""What a command found, and the files that it wrote."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from leadkit.report import text
from leadkit.report.json import JSON_VERSION, finding
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


def render_json(done: Done) -> str:
    """The same as one JSON object."""
    return json.dumps({"version": JSON_VERSION, **plain(done)}, ensure_ascii=False, indent=2) + "\n"


def plain(done: Done) -> dict[str, object]:
    """The files and the findings, as a program reads them."""
    return {"files": [plain_file(each) for each in done.files], "findings": [finding(one) for one in done.diagnostics]}


def plain_file(written: Written) -> dict[str, object]:
    """A file that was written."""
    return {"path": written.path.as_posix(), "format": written.format, "sha256": written.sha256}
