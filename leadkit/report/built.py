"""What a build wrote and what it left out, for people and for programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadkit.model.documents import Audience
from leadkit.report import text
from leadkit.report.json import JSON_VERSION, finding
from leadkit.report.report import Report
from leadkit.report.terminal import clean
from leadkit.report.written import plain_file

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.building import BuildResult


@dataclass(frozen=True)
class Outcome:
    """What became of one program.

    Attributes:
        place: The program as it was named.
        files: The text of its files, for the excerpts.
        diagnostics: What was found in it that stands in the way.
        built: What was made of it, for each document; nothing where the program has errors.
        audiences: Who may read each document that was made.
    """

    place: str
    files: Mapping[str, str]
    diagnostics: Sequence[Diagnostic]
    built: Sequence[BuildResult]
    audiences: Mapping[str, str] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether a document that was asked for was not written."""
        return not self.built or any(not each.part and each.asked for built in self.built for each in built.refused)


_FEW = 16
"""Of so many files each is named where somebody reads what was built; of more, how many there are."""
_FEW_PAPERS = 8
"""How many papers that were not written are named with the reason."""


def render_text(outcomes: Sequence[Outcome], *, colour: bool = False, verbose: bool = False) -> str:
    """What was written, what was not and why, and what somebody should know of it; a few lines for each program.

    Args:
        outcomes: What became of each program.
        colour: Whether it is for a terminal that shows colour.
        verbose: Whether each file and each part is named, and the line of each finding shown.
    """
    return "".join(line for outcome in outcomes for line in _told(outcome, colour=colour, verbose=verbose))


def _told(outcome: Outcome, *, colour: bool, verbose: bool) -> Iterator[str]:
    if not outcome.built:
        if outcome.diagnostics:
            yield text.render(Report(outcome.diagnostics, outcome.files, colour=colour))
        why = "the program has errors" if outcome.diagnostics else "too little is known of the program on that day"
        yield f"{clean(outcome.place)}: nothing was built, because {why}.\n"
        return
    named = verbose or sum(len(each.files) for each in outcome.built) <= _FEW
    yield from _files(outcome.built) if named else _counts(outcome)
    yield from _not_written(outcome.built, None if verbose else _FEW_PAPERS)
    yield from _boxes(outcome.built, named=named)
    yield from _without(outcome.built)
    if outcome.diagnostics:
        yield text.render(Report(outcome.diagnostics, outcome.files if named else {}, colour=colour))


def _files(built: Sequence[BuildResult]) -> list[str]:
    files = (written for each in built for written in each.files)
    return [f"{clean(written.path.as_posix())}  ({written.size / 1000:.0f} kB)\n" for written in files]


def _counts(outcome: Outcome) -> Iterator[str]:
    """How many papers there are for each group of readers, and where."""
    folder = next(written.path.parent for each in outcome.built for written in each.files).as_posix()
    yield f"{clean(outcome.place)} as of {outcome.built[0].on}, in {clean(folder)}:\n"
    for audience in Audience:
        papers = [each for each in outcome.built if each.files and outcome.audiences.get(each.document) == audience]
        files = sum(len(each.files) for each in papers)
        if papers:
            sheets, them = "papers" if len(papers) > 1 else "paper ", "files" if files > 1 else "file"
            yield f"  {audience:<11}{len(papers):>4} {sheets}{files:>6} {them}\n"
    yield "  Each file stands in build.json there; --verbose names it here.\n"


def _not_written(built: Sequence[BuildResult], most: int | None) -> Iterator[str]:
    """Each paper that was not written, with the reason."""
    refused = [one for each in built for one in each.refused if not one.part]
    if not refused:
        return
    yield f"Not written: {len(refused)} of {len(built)} {'papers' if len(built) > 1 else 'paper'}.\n"
    yield from (f"  {one.document}: {clean(one.reason)}\n" for one in refused[:most])
    if len(refused) > len(refused[:most]):
        others = ", ".join(one.document for one in refused[most:])
        yield _wrapped(f"and {others}. --verbose says why.", 2)


def _boxes(built: Sequence[BuildResult], *, named: bool) -> Iterator[str]:
    """The parts in whose place a box stands, by name or by number."""
    parts = {each.document: [one.part for one in each.refused if one.part] for each in built}
    parts = {document: here for document, here in parts.items() if here}
    if parts:
        yield "A part stands as a box where something that it needs is open:\n"
    if named:
        yield from (_wrapped(f"{document}: {', '.join(here)}", 2) for document, here in parts.items())
    elif parts:
        yield _wrapped(", ".join(f"{len(here)} in {document}" for document, here in parts.items()), 2)


def _without(built: Sequence[BuildResult]) -> Iterator[str]:
    """For each language that a program asks for, the documents of which leadkit has no text in it."""
    languages = dict.fromkeys(language for each in built for language in each.without)
    for language in languages:
        lacking = ", ".join(one.document for one in built if language in one.without)
        yield _wrapped(f"In the language {clean(language)} leadkit has no text of: {lacking}")


def _wrapped(told: str, indent: int = 0) -> str:
    before = " " * indent
    filled = textwrap.fill(told, 100, initial_indent=before, subsequent_indent=f"{before}  ", break_on_hyphens=False)
    return f"{filled}\n"


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
