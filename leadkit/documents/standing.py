"""From a program as it stood on one day to its documents."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.check.locate import locate
from leadkit.diagnostic import Severity
from leadkit.documents.absence import OpenEntries
from leadkit.documents.building import BuildResult, Earlier, Refused, write
from leadkit.documents.cited_law import cited_law
from leadkit.documents.codes import (
    DRAFT_RELEASE,
    HARD_TO_READ,
    MISSING,
    NO_TRANSLATION,
    NOT_TRANSLATED,
    REFERENCE,
    REFUSED,
    UNKNOWN_DOCUMENT,
    UNREVIEWED,
)
from leadkit.documents.composition import Composition, compose
from leadkit.documents.counsel_edition import annotated, original_of
from leadkit.documents.fidelity import judged
from leadkit.documents.letterhead import letterhead_of
from leadkit.documents.library import default_root, has_language, load
from leadkit.documents.overrides.places import layers_of
from leadkit.documents.paper import (
    COUNSEL_EDITION,
    COUNSEL_ISSUES,
    FIDELITY_REPORT,
    MEMORANDUM,
    OPEN_DECISIONS,
    VERIFICATION_SHEET,
    Paper,
    papers_of,
)
from leadkit.documents.side_by_side import side_by_side
from leadkit.documents.translation import languages_of
from leadkit.documents.words import FIRST
from leadkit.model.audience import public_part
from leadkit.model.declared import steps_of
from leadkit.model.law.cited import cited_offence
from leadkit.model.open import OpenEntry, Said
from leadkit.model.resolve import Gone
from leadkit.source.tree import plain
from leadkit.source.writing import to_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.cited_law import CitedLaw
    from leadkit.documents.library import Library
    from leadkit.documents.overrides.layer import Layer
    from leadkit.documents.tree.document import Document
    from leadkit.law.offence import Offence
    from leadkit.model.eligibility.section import Eligibility
    from leadkit.model.root import Program
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
    made = side_by_side(partial(drafts.written, formats=formats, out=out, before=before), wanted, cores=cores)
    results = [(paper, result) for paper, written in zip(wanted, made, strict=True) for result in written]
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


_IMPOSSIBLE = frozenset({REFUSED.code, UNKNOWN_DOCUMENT.code, DRAFT_RELEASE.code})


def _impossible(result: BuildResult) -> bool:
    """Whether the program cannot have the document yet, which nobody needs to be told who did not ask for it."""
    return any(each.code in _IMPOSSIBLE for each in result.diagnostics)


def _without(document: str, on: date) -> BuildResult:
    """What becomes of a document that the program does not have."""
    reason = f"The program has no document {document}, or one that is not to be made."
    return BuildResult(document, on, refused=(Refused(document, "", reason),))


def _untranslated(result: BuildResult, absent: tuple[str, ...]) -> BuildResult:
    """A document with a note on each language of which leadkit has no text for it."""
    notes = tuple(_no_text(result.document, each) for each in absent)
    return replace(result, diagnostics=(*result.diagnostics, *notes), without=absent)


def _no_text(document: str, language: str, severity: Severity | None = None) -> Diagnostic:
    """That leadkit has no text, of a document as the program words it, in a language."""
    return NO_TRANSLATION.at(
        message=f"leadkit has no {language} text for {document} as the program words it; the English one is built.",
        remedy=f"Have it translated by hand, or take {language} out of its languages.",
        path=f"documents.{document}.languages",
        severity=severity,
    )


def _not_asked(result: BuildResult) -> BuildResult:
    """The same for a document that the program lists: that it cannot be made yet is told, and is no failure."""
    refused = tuple(replace(each, asked=False) for each in result.refused)
    return replace(result, refused=refused, diagnostics=())


_MENDED_BY_PLANNERS = frozenset(
    {MISSING.code, UNREVIEWED.code, DRAFT_RELEASE.code, NOT_TRANSLATED.code, HARD_TO_READ.code}
)


class Drafts:
    """The documents of one program on one day, each composed once.

    They print that day, or ``printed_on``, so that they can be compared with papers of another day.
    """

    def __init__(
        self,
        standing: Standing,
        program: Program,
        printed_on: date | None = None,
        *,
        overrides: bool = True,
        layers: Mapping[str, Sequence[Layer]] | None = None,
    ) -> None:
        self._standing, self._program, self._on = standing, program, printed_on or standing.on
        self._overrides, self._given = overrides, layers or {}
        self._composed: dict[tuple[str, str], Composition] = {}

    @cached_property
    def papers(self) -> tuple[Paper, ...]:
        """The documents that the program has, or can have."""
        return papers_of(self._program.documents)

    def composed(self, document: str, language: str = FIRST) -> Composition:
        """Compose a document, and the annexes that it cites; of a kind, the first."""
        paper = next((one for one in self.papers if document == one.id), None)
        paper = paper or next((one for one in self.papers if document == one.printer), Paper(document, document))
        return self._of(paper, language)

    @cached_property
    def texts(self) -> dict[str, tuple[Paper, str]]:
        """Every text of the documents by its id, which names its files: the paper, and the language of the text."""
        return {id_: (paper, each) for paper in self.papers for each, id_ in self._texts(paper).items()}

    def text(self, id_: str) -> Composition:
        """Compose one of the texts."""
        return self._of(*self.texts[id_])

    def _texts(self, paper: Paper) -> dict[str, str]:
        """The ids of the texts of a document, by language; what cannot be had in the first one is not in another."""
        others = (each for each in self._asked(paper) if self._has(paper, each))
        return {FIRST: paper.id, **{each: f"{paper.id}.{each}" for each in others}}

    def _has(self, paper: Paper, language: str) -> bool:
        """Whether there is a text in a language; leadkit's says nothing of what a program changed in clauses."""
        return has_language(paper.printer, default_root(), language) and not self._changes(paper)

    def _asked(self, paper: Paper) -> tuple[str, ...]:
        asked = languages_of(paper)
        return asked if asked and self._of(paper).document is not None else ()

    def _of(self, paper: Paper, language: str = FIRST) -> Composition:
        if (paper.id, language) not in self._composed:
            made = self._compose(paper, language) if paper.printer else self._unprintable(paper)
            if language != FIRST and paper.printer and self._changes(paper):
                made = Composition(None, (), (_no_text(paper.id, language, Severity.ERROR),))
            self._composed[paper.id, language] = made
        return self._composed[paper.id, language]

    def _compose(self, paper: Paper, language: str) -> Composition:
        cited = self._cited(paper)
        composed = compose(
            self._program,
            paper.printer,
            self._on,
            absences=self._absences,
            extras={"open": self._said, **self._extras(paper, cited)},
            paper=paper,
            language=language,
            layers=self._laid_over(paper),
        )
        document = composed.document
        if paper.printer == COUNSEL_EDITION and document is not None:
            document = self._annotated(document)
        document = document and replace(document, cites=tuple(sorted(cited.items())))
        found = tuple(map(self._placed, composed.diagnostics))
        return replace(composed, document=document, diagnostics=found)

    def _laid_over(self, paper: Paper) -> Sequence[Layer]:
        """The overrides of a document."""
        if paper.id in self._given:
            return self._given[paper.id]
        return layers_of(self._standing, paper) if self._overrides else ()

    def _changes(self, paper: Paper) -> bool:
        """Whether the program changes clauses of a document."""
        return any(each.texts for each in self._laid_over(paper))

    def _placed(self, found: Diagnostic) -> Diagnostic:
        """A silent gap, or what is wrong with a translation, where the planner mends it and not in leadkit's files."""
        named = found.code == REFERENCE.code and found.path
        if found.code not in _MENDED_BY_PLANNERS and not named:
            return found
        root = self._standing.resolution.root
        return replace(found, spans=(locate(root, steps_of(root, found.path), of_key=True),))

    def _cited(self, paper: Paper) -> dict[str, str]:
        """The fingerprint of each document whose text this one names, by its id."""
        if paper.printer == MEMORANDUM:
            return self._fingerprints()
        outline = load(paper.printer, default_root()).outline
        source = self.composed(outline.made_from).document if outline and outline.made_from else None
        return {source.id: source.cover.fingerprint} if source else {}

    def _extras(self, paper: Paper, cited: Mapping[str, str]) -> dict[str, object]:
        """The further names that the clauses of a document may use."""
        if paper.printer == MEMORANDUM:
            return {"printed": cited}
        if paper.printer == VERIFICATION_SHEET:
            return {"cited_law": self._law}
        if paper.printer == OPEN_DECISIONS:
            return {"open": Said(self._program.open, self._standing.on).asked(self._program)}
        if paper.printer == FIDELITY_REPORT:
            return {"elements": judged(self._standing, self._program)}
        if paper.printer in (COUNSEL_EDITION, COUNSEL_ISSUES):
            original = self.composed(MEMORANDUM).document
            return {"original": original_of(original, self._clauses, self._law) if original else None}
        return {"catalogue": self._laws, "annex_fingerprint": next(iter(cited.values()), None)}

    def _annotated(self, edition: Document) -> Document:
        """Counsel's edition with the text of the memorandum that it was composed for."""
        original = self.composed(MEMORANDUM).document
        return annotated(edition, original, self._clauses, self._law) if original else edition

    @cached_property
    def _clauses(self) -> Library:
        """The clauses of the memorandum, as the program has them."""
        paper = next((one for one in self.papers if one.printer == MEMORANDUM), Paper(MEMORANDUM, MEMORANDUM))
        return load(MEMORANDUM, default_root(), layers_of(self._standing, paper) if self._overrides else ())

    @cached_property
    def _law(self) -> tuple[CitedLaw, ...]:
        """Every law that the program cites."""
        return cited_law(self._program, self._standing.resolution.root)

    def _unprintable(self, paper: Paper) -> Composition:
        kind = paper.setting.kind.replace("_", " ") if paper.setting else paper.id
        found = UNKNOWN_DOCUMENT.at(
            message=f"leadkit prints no {kind}.", remedy="Write it by hand; the other documents stand without it."
        )
        return Composition(None, (), (found,))

    def written(
        self, paper: Paper, formats: Sequence[str], out: Path, before: Mapping[str, Earlier] | None
    ) -> tuple[BuildResult, ...]:
        """Compose a document in each of its languages and write it on the letterhead that the program names for it.

        What cannot be had in the first language is not tried in another.
        """
        letterhead = letterhead_of(self._standing, paper.id) if "docx" in formats else None
        absent = tuple(each for each in self._asked(paper) if not self._has(paper, each))
        first, *others = (
            write(
                self._of(paper, language), id_, self._on, formats, out,
                source=lambda: self.source, letterhead=letterhead, before=before,
            )
            for language, id_ in self._texts(paper).items()
        )  # fmt: skip
        return (_untranslated(first, absent), *others)

    @cached_property
    def source(self) -> str:
        """What everybody may read of the text that the documents are built from."""
        public = public_part(self._program, plain(self._standing.resolution.root))
        return to_yaml(public) if public else ""

    def _fingerprints(self) -> dict[str, str]:
        """The fingerprint of each annex that the agreement names and leadkit prints, by the id of its document."""
        named = [each.document for each in self._program.agreement.annexes.values() if each.document]
        texts = {one.id: self._of(one).document for one in self.papers if one.id in named and one.printer != MEMORANDUM}
        return {id_: text.cover.fingerprint for id_, text in texts.items() if text}

    @cached_property
    def _laws(self) -> dict[str, Offence]:
        """What is known of each law that the program's rules of eligibility point at, by its id."""
        state = self._program.program.state
        ids = sorted(_cited_laws(self._program.eligibility)) if self._program.eligibility else []
        known = {law: cited_offence(self._standing.resolution.root, law, state) for law in ids}
        return {law: offence for law, offence in known.items() if offence is not None}

    @cached_property
    def _said(self) -> dict[str, OpenEntry]:
        """What the program says under ``open`` on the day, each entry by the fields that it is about."""
        return Said(self._program.open, self._standing.on).concrete(self._program)

    @cached_property
    def _absences(self) -> OpenEntries:
        """What the program says, on the day, of fields without a value."""
        gone: dict[Gone, list[str]] = {state: [] for state in Gone}
        for path, (state, _) in self._standing.resolution.gone.items():
            gone[state].append(".".join(str(step) for step in path))
        return OpenEntries(self._said, gone[Gone.NOT_KNOWN], gone[Gone.NOT_IN_FORCE])


def _cited_laws(eligibility: Eligibility) -> set[str]:
    """The laws that the offences, the limits and the tiers of criminal history name."""
    offences = {each.law for each in eligibility.offences.values() if each.law}
    limits = {each.law for each in eligibility.amounts.values() if each.law}
    tiers = [tier.offences.laws for tier in eligibility.history.values() if tier.offences]
    return offences | limits | {law for laws in tiers for law in laws}
