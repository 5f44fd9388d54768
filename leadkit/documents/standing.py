"""From a program as it stood on one day to its documents."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.check.locate import locate
from leadkit.documents.absence import OpenEntries
from leadkit.documents.building import BuildResult, Refused, write
from leadkit.documents.codes import MISSING, REFUSED
from leadkit.documents.composition import Composition, compose
from leadkit.documents.letterhead import letterhead_of
from leadkit.documents.library import default_root, document_ids
from leadkit.model.audience import public_part
from leadkit.model.declared import steps_of
from leadkit.model.law.cited import cited_offence
from leadkit.model.open import Said
from leadkit.model.resolve import Gone
from leadkit.source.tree import plain
from leadkit.source.writing import to_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadkit.diagnostic import Diagnostic
    from leadkit.law.offence import Offence
    from leadkit.model.eligibility.section import Eligibility
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing

MEMORANDUM = "mou"


def compose_standing(standing: Standing, document: str) -> Composition:
    """Compose a document of a program on its day; too little may be known of it to compose any."""
    if standing.program is None:
        return Composition(None, (), ())
    return _Drafts(standing, standing.program).composed(document)


def build_standing(
    standing: Standing,
    documents: Sequence[str],
    formats: Sequence[str],
    out: Path,
    before: Mapping[str, str] | None = None,
) -> tuple[BuildResult, ...]:
    """Build documents of a program on its day.

    Args:
        standing: The program on the day.
        documents: Ids of documents, such as ``mou``; none for every document that the program can have.
        formats: Some of ``docx``, ``pdf``, ``html`` and ``md``.
        out: The folder to write into.
        before: The SHA-256 of each file that leadkit wrote there before; what differs is somebody's work and stays.

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
    drafts = _Drafts(standing, standing.program)
    wanted = documents or document_ids(default_root())
    results = [drafts.written(each, formats, out, before) for each in wanted]
    return tuple(each for each in results if documents or not _impossible(each))


def _impossible(result: BuildResult) -> bool:
    """Whether the program cannot have the document yet, which nobody needs to be told who did not ask for it."""
    return any(each.code == REFUSED.code for each in result.diagnostics)


class _Drafts:
    """The documents of one program on one day, each composed once."""

    def __init__(self, standing: Standing, program: Program) -> None:
        self._standing, self._program = standing, program
        self._composed: dict[str, Composition] = {}

    def composed(self, document: str) -> Composition:
        """Compose a document, and the annexes that it cites."""
        if document not in self._composed:
            extras = {"printed": self._fingerprints()} if document == MEMORANDUM else {"catalogue": self._laws}
            composed = compose(self._program, document, self._standing.on, absences=self._absences, extras=extras)
            self._composed[document] = replace(composed, diagnostics=tuple(map(self._placed, composed.diagnostics)))
        return self._composed[document]

    def _placed(self, found: Diagnostic) -> Diagnostic:
        """A silent gap where the planner would fill it: the clause is in none of the planner's files."""
        if found.code != MISSING.code:
            return found
        root = self._standing.resolution.root
        return replace(found, spans=(locate(root, steps_of(root, found.path), of_key=True),))

    def written(
        self, document: str, formats: Sequence[str], out: Path, before: Mapping[str, str] | None
    ) -> BuildResult:
        """Compose a document and write it on the letterhead that the program names for it."""
        letterhead = letterhead_of(self._standing, document) if "docx" in formats else None
        composed, on = self.composed(document), self._standing.on
        return write(
            composed, document, on, formats, out, source=lambda: self.source, letterhead=letterhead, before=before
        )

    @cached_property
    def source(self) -> str:
        """What everybody may read of the text that the documents are built from."""
        public = public_part(self._program, plain(self._standing.resolution.root))
        return to_yaml(public) if public else ""

    def _fingerprints(self) -> dict[str, str]:
        """The fingerprint of each annex that the agreement names and leadkit prints, by the id of its document."""
        named = [each.document for each in self._program.agreement.annexes.values() if each.document]
        texts = {id_: self.composed(printer).document for id_ in named if (printer := self._printer(id_))}
        return {id_: text.cover.fingerprint for id_, text in texts.items() if text}

    def _printer(self, id_: str) -> str | None:
        """Which of the shipped documents prints one of the program's: the one of its id, or else of its kind."""
        setting = self._program.documents.get(id_)
        names = (id_, setting.kind.replace("_", "-") if setting else "")
        return next((each for each in names if each in self._annexes), None)

    @cached_property
    def _annexes(self) -> tuple[str, ...]:
        return tuple(each for each in document_ids(default_root()) if each != MEMORANDUM)

    @cached_property
    def _laws(self) -> dict[str, Offence]:
        """What is known of each law that the program's rules of eligibility point at, by its id."""
        state = self._program.program.state
        ids = sorted(_cited_laws(self._program.eligibility)) if self._program.eligibility else []
        known = {law: cited_offence(self._standing.resolution.root, law, state) for law in ids}
        return {law: offence for law, offence in known.items() if offence is not None}

    @cached_property
    def _absences(self) -> OpenEntries:
        """What the program says, on the day, of fields without a value."""
        said = Said(self._program.open, self._standing.on).concrete(self._program)
        gone: dict[Gone, list[str]] = {state: [] for state in Gone}
        for path, (state, _) in self._standing.resolution.gone.items():
            gone[state].append(".".join(str(step) for step in path))
        return OpenEntries(said, gone[Gone.NOT_KNOWN], gone[Gone.NOT_IN_FORCE])


def _cited_laws(eligibility: Eligibility) -> set[str]:
    """The laws that the offences, the limits and the tiers of criminal history name."""
    offences = {each.law for each in eligibility.offences.values() if each.law}
    limits = {each.law for each in eligibility.amounts.values() if each.law}
    tiers = [tier.offences.laws for tier in eligibility.history.values() if tier.offences]
    return offences | limits | {law for laws in tiers for law in laws}
