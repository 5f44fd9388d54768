"""From a program as it stood on one day to its documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.documents.absence import OpenEntries
from leadkit.documents.building import BuildResult, Refused, build
from leadkit.documents.codes import REFUSED
from leadkit.documents.composition import Composition, compose
from leadkit.documents.letterhead import letterhead_of
from leadkit.documents.library import default_root, document_ids
from leadkit.model.audience import public_part
from leadkit.model.law.cited import cited_offence
from leadkit.model.open import Said
from leadkit.model.resolve import Gone
from leadkit.source.tree import plain
from leadkit.source.writing import to_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadkit.law.offence import Offence
    from leadkit.model.load import Standing
    from leadkit.model.root import Program


MEMORANDUM = "mou"
ANNEX = "eligibility-annex"
"""The annex that the memorandum cites by its fingerprint."""


def compose_standing(standing: Standing, document: str) -> Composition:
    """Compose a document of a program on its day; too little may be known of it to compose any."""
    if standing.program is None:
        return Composition(None, (), ())
    absences, extras = _absences(standing, standing.program), _extras(standing, standing.program, document)
    return compose(standing.program, document, standing.on, absences=absences, extras=extras)


def build_standing(
    standing: Standing, documents: Sequence[str], formats: Sequence[str], out: Path
) -> tuple[BuildResult, ...]:
    """Build documents of a program on its day.

    Args:
        standing: The program on the day.
        documents: Ids of documents, such as ``mou``; none for every document that the program can have.
        formats: Some of ``docx``, ``pdf``, ``html`` and ``md``.
        out: The folder to write into.

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
    wanted = documents or document_ids(default_root())
    results = [_built(standing, standing.program, each, formats, out) for each in wanted]
    return tuple(each for each in results if documents or not _impossible(each))


def _built(standing: Standing, program: Program, document: str, formats: Sequence[str], out: Path) -> BuildResult:
    return build(
        program,
        document,
        standing.on,
        formats,
        out,
        absences=_absences(standing, program),
        extras=_extras(standing, program, document),
        source=_public_source(standing, program),
        letterhead=letterhead_of(standing, document) if "docx" in formats else None,
    )


def _impossible(result: BuildResult) -> bool:
    """Whether the program cannot have the document yet, which nobody needs to be told who did not ask for it."""
    return any(each.code == REFUSED.code for each in result.diagnostics)


def _extras(standing: Standing, program: Program, document: str) -> dict[str, object]:
    """What clauses may use beyond the program: the law it points at, and the fingerprint of the annex."""
    if document != MEMORANDUM:
        return {"catalogue": _cited(standing, program)}
    annex = compose_standing(standing, ANNEX).document
    return {"printed": {ANNEX: annex.cover.fingerprint} if annex else {}}


def _cited(standing: Standing, program: Program) -> dict[str, Offence]:
    """What is known of each law that the program's list of offences points at, by its id."""
    laws = {each.law for each in program.eligibility.offences.values() if each.law} if program.eligibility else set()
    known = {law: cited_offence(standing.resolution.root, law, program.program.state) for law in sorted(laws)}
    return {law: offence for law, offence in known.items() if offence is not None}


def _public_source(standing: Standing, program: Program) -> str:
    """What everybody may read of the text that the documents are built from."""
    public = public_part(program, plain(standing.resolution.root))
    return to_yaml(public) if public else ""


def _absences(standing: Standing, program: Program) -> OpenEntries:
    """What the program says, on the day, of fields without a value."""
    said = Said(program.open, standing.on).concrete(program)
    gone: dict[Gone, list[str]] = {state: [] for state in Gone}
    for path, (state, _) in standing.resolution.gone.items():
        gone[state].append(".".join(str(step) for step in path))
    return OpenEntries(said, gone[Gone.NOT_KNOWN], gone[Gone.NOT_IN_FORCE])
