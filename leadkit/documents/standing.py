"""From a program as it stood on one day to its documents."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.documents.building import BuildResult, Earlier, Refused
from leadkit.documents.codes import DRAFT_RELEASE, REFUSED, UNKNOWN_DOCUMENT
from leadkit.documents.composition import Composition
from leadkit.documents.drafts import Drafts
from leadkit.documents.paper import COUNSEL_EDITION, COUNSEL_ISSUES, MEMORANDUM
from leadkit.documents.side_by_side import side_by_side
from leadkit.documents.words import FIRST
from leadkit.model.resolve import Gone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from leadkit.documents.overrides.layer import Layer
    from leadkit.documents.paper import Paper
    from leadkit.model.documents import Audience
    from leadkit.model.standing import Standing


def compose_standing(
    standing: Standing,
    document: str,
    language: str = FIRST,
    *,
    overrides: bool = True,
    layers: Mapping[str, Sequence[Layer]] | None = None,
) -> Composition:
    """Compose a document of a program on its day; too little may be known of it to compose any.

    Args:
        standing: The program on the day.
        document: What the program calls it under ``documents``; or its kind, such as ``mou``, where it lists none.
        language: The language of its words, of which leadkit must have its clauses.
        overrides: Whether the clauses are those of the program, or of the model alone.
        layers: The overrides to lay in place of the program's own, by document.
    """
    if standing.program is None:
        return Composition(None, (), ())
    return Drafts(standing, standing.program, overrides=overrides, layers=layers).composed(document, language)


def build_standing(
    standing: Standing,
    documents: Sequence[str],
    formats: Sequence[str],
    out: Path,
    before: Mapping[str, Earlier] | None = None,
    *,
    cores: int = 1,
    audience: Audience | None = None,
) -> tuple[BuildResult, ...]:
    """Build documents of a program on its day.

    Args:
        standing: The program on the day.
        documents: What the program calls them under ``documents``, or kinds, such as ``mou``, for all of a kind; none
            for every document that the program can have.
        formats: Some of ``docx``, ``pdf``, ``html`` and ``md``.
        out: The folder to write into.
        before: Each file that leadkit wrote there before; what differs is somebody's work and stays.
        cores: On how many cores papers may be printed side by side.
        audience: For whom papers are wanted; those for others are not printed. None for all.

    Returns:
        What was made and what was refused, for each document; nothing where too little is known of the program.
    """
    if standing.program is None:
        return ()
    state, _ = standing.resolution.gone.get(("agreement",), (None, None))
    if state is Gone.NOT_IN_FORCE:
        reason = f"On {standing.on} the agreement is not in force: choose another day with --on."
        refused = (Refused(each, "", reason) for each in documents or (MEMORANDUM,))
        return tuple(BuildResult(each.document, standing.on, refused=(each,)) for each in refused)
    drafts = Drafts(standing, standing.program)
    wanted = [one for one in drafts.papers if not documents or {one.id, one.printer}.intersection(documents)]
    write = partial(drafts.written, formats=formats, out=out, before=before, audience=audience)
    jobs = _jobs(wanted)
    made = side_by_side(lambda papers: [write(each) for each in papers], jobs, cores=cores)
    written = {
        paper.id: each
        for job, made_of in zip(jobs, made, strict=True)
        for paper, each in zip(job, made_of, strict=True)
    }
    results = [(paper, result) for paper in wanted for result in written[paper.id]]
    if documents:
        known = {name for one in wanted for name in (one.id, one.printer)}
        return (
            *(result for _, result in results),
            *(_without(one, standing.on) for one in documents if one not in known),
        )
    return tuple(
        _not_asked(result) if _impossible(result) else result
        for paper, result in results
        if paper.setting is not None or not _impossible(result)
    )


def _jobs(papers: Sequence[Paper]) -> list[list[Paper]]:
    """What is printed in one process: what is made of the memorandum together, so that it is composed once."""
    together = [each for each in papers if each.printer in _OF_THE_MEMORANDUM]
    alone = [[each] for each in papers if each.printer not in _OF_THE_MEMORANDUM]
    return [together, *alone] if together else alone


_OF_THE_MEMORANDUM = (MEMORANDUM, COUNSEL_EDITION, COUNSEL_ISSUES)
_IMPOSSIBLE = frozenset({REFUSED.code, UNKNOWN_DOCUMENT.code, DRAFT_RELEASE.code})


def _impossible(result: BuildResult) -> bool:
    """Whether the program cannot have the document yet, which nobody needs to be told who did not ask for it."""
    return any(each.code in _IMPOSSIBLE for each in result.diagnostics)


def _without(document: str, on: date) -> BuildResult:
    """What becomes of a document that the program does not have."""
    reason = f"The program has no document {document}, or one that is not to be made."
    return BuildResult(document, on, refused=(Refused(document, "", reason),))


def _not_asked(result: BuildResult) -> BuildResult:
    """The same for a document that the program lists: that it cannot be made yet is told, and is no failure."""
    refused = tuple(replace(each, asked=False) for each in result.refused)
    return replace(result, refused=refused, diagnostics=())
