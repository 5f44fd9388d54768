"""What a build wrote and what it left out, for people and for programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.report import text
from leadkit.report.json import JSON_VERSION, finding
from leadkit.report.report import Report
from leadkit.report.terminal import clean
from leadkit.report.written import plain_file

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.building import BuildResult, Refused


@dataclass(frozen=True)
class Outcome:
    """What became of one program.

    Attributes:
        place: The program as it was named.
        files: The text of its files, for the excerpts.
        diagnostics: What was found in it that stands in the way.
        built: What was made of it, for each document; nothing where the program has errors.
    """

    place: str
    files: Mapping[str, str]
    diagnostics: Sequence[Diagnostic]
    built: Sequence[BuildResult]

    @property
    def failed(self) -> bool:
        """Whether a document that was asked for was not written."""
        return not self.built or any(not each.part and each.asked for built in self.built for each in built.refused)


def render_text(outcomes: Sequence[Outcome], *, colour: bool = False) -> str:
    """The files written, the parts left out, and the findings that stood in the way."""
    lines: list[str] = []
    for outcome in outcomes:
        if outcome.diagnostics:
            lines.append(text.render(Report(outcome.diagnostics, outcome.files, colour=colour)))
        if not outcome.built:
            why = "the program has errors" if outcome.diagnostics else "too little is known of the program on that day"
            lines.append(f"{clean(outcome.place)}: nothing was built, because {why}.\n")
            continue
        for built in outcome.built:
            lines += [f"{clean(written.path.as_posix())}  ({written.size / 1000:.0f} kB)\n" for written in built.files]
            lines += _left_out(built.refused)
        lines += _without(outcome.built)
        lines += _not_written(outcome.built)
    return "".join(lines)


def _left_out(refused: Sequence[Refused]) -> list[str]:
    """A whole document with its reason; parts together, for each stands as a box in the document."""
    lines = [f"  not written: {one.document}. {clean(one.reason)}\n" for one in refused if not one.part]
    parts = [one.part for one in refused if one.part]
    if parts:
        listed = textwrap.fill(
            ", ".join(parts), 100, initial_indent=" " * 4, subsequent_indent=" " * 4, break_on_hyphens=False
        )
        stand, need = ("part stands", "it needs") if len(parts) == 1 else ("parts stand", "they need")
        lines.append(f"  {len(parts)} {stand} as a box, because something that {need} is open:\n{listed}\n")
    return lines


def _not_written(built: Sequence[BuildResult]) -> list[str]:
    """The documents that were not written once more, for among many files their lines are not seen."""
    names = [one.document for each in built for one in each.refused if not one.part]
    if not names or len(built) == 1:
        return []
    return [f"{len(names)} of the {len(built)} papers not written, for the reasons above: {', '.join(names)}\n"]


def _without(built: Sequence[BuildResult]) -> list[str]:
    """For each language that a program asks for, the documents of which leadkit has no text in it."""
    languages = dict.fromkeys(language for each in built for language in each.without)
    named = {each: ", ".join(one.document for one in built if each in one.without) for each in languages}
    return [f"  no {clean(language)} for: {documents}\n" for language, documents in named.items()]


def render_json(outcomes: Sequence[Outcome]) -> str:
    """The same as one JSON object."""
    programs = [_program(outcome) for outcome in outcomes]
    return json.dumps({"version": JSON_VERSION, "programs": programs}, ensure_ascii=False, indent=2) + "\n"


def _program(outcome: Outcome) -> dict[str, object]:
    return {
        "program": outcome.place,
        "on": outcome.built[0].on.isoformat() if outcome.built else None,
        "files": [plain_file(written) for built in outcome.built for written in built.files],
        "left_out": [
            {"document": refused.document, "part": refused.part or None, "reason": refused.reason}
            for built in outcome.built
            for refused in built.refused
        ],
        "without": [
            {"document": built.document, "languages": list(built.without)} for built in outcome.built if built.without
        ],
        "findings": [finding(one) for one in outcome.diagnostics],
    }
