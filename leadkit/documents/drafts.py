"""The documents of a program on one day, each composed once."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.check.locate import locate
from leadkit.diagnostic import Severity
from leadkit.documents.building import BuildResult, Earlier, write
from leadkit.documents.codes import (
    ADOPTED_CHANGED,
    DRAFT_RELEASE,
    HARD_TO_READ,
    MISSING,
    NOT_TRANSLATED,
    REFERENCE,
    UNKNOWN_DOCUMENT,
    UNREVIEWED,
)
from leadkit.documents.composing import compose
from leadkit.documents.composition import Composition
from leadkit.documents.counsel_edition import annotated, original_of
from leadkit.documents.fidelity import judged
from leadkit.documents.known import Known
from leadkit.documents.letterhead import letterhead_of
from leadkit.documents.library import default_root, has_language, load, made_from
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
from leadkit.documents.translation import languages_of, no_text
from leadkit.documents.words import FIRST
from leadkit.model.declared import steps_of
from leadkit.model.open import Said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.library import Library
    from leadkit.documents.overrides.layer import Layer
    from leadkit.documents.tree.document import Document
    from leadkit.model.documents import Audience
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing

_MENDED_BY_PLANNERS = frozenset(
    {MISSING.code, UNREVIEWED.code, ADOPTED_CHANGED.code, DRAFT_RELEASE.code, NOT_TRANSLATED.code, HARD_TO_READ.code}
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
        self._known = Known(standing, program)
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
                made = Composition(None, (), (no_text(paper.id, language, Severity.ERROR),))
            self._composed[paper.id, language] = made
        return self._composed[paper.id, language]

    def _compose(self, paper: Paper, language: str) -> Composition:
        cited = self._cited(paper)
        composed = compose(
            self._program,
            paper.printer,
            self._on,
            absences=self._known.absences,
            extras={"open": self._known.said, **self._extras(paper, cited)},
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
        named = made_from(paper.printer, default_root())
        source = self.composed(named).document if named else None
        return {source.id: source.cover.fingerprint} if source else {}

    def _extras(self, paper: Paper, cited: Mapping[str, str]) -> dict[str, object]:
        """The further names that the clauses of a document may use."""
        if paper.printer == MEMORANDUM:
            return {"printed": cited}
        if paper.printer == VERIFICATION_SHEET:
            return {"cited_law": self._known.law}
        if paper.printer == OPEN_DECISIONS:
            return {"open": Said(self._program.open, self._standing.on).asked(self._program)}
        if paper.printer == FIDELITY_REPORT:
            return {"elements": judged(self._standing, self._program)}
        if paper.printer in (COUNSEL_EDITION, COUNSEL_ISSUES):
            original = self.composed(MEMORANDUM).document
            return {"original": original_of(original, self._clauses, self._known.law) if original else None}
        return {"catalogue": self._known.catalogue, "annex_fingerprint": next(iter(cited.values()), None)}

    def _annotated(self, edition: Document) -> Document:
        """Counsel's edition with the text of the memorandum that it was composed for."""
        original = self.composed(MEMORANDUM).document
        return annotated(edition, original, self._clauses, self._known.law) if original else edition

    @cached_property
    def _clauses(self) -> Library:
        """The clauses of the memorandum, as the program has them."""
        paper = next((one for one in self.papers if one.printer == MEMORANDUM), Paper(MEMORANDUM, MEMORANDUM))
        return load(MEMORANDUM, default_root(), layers_of(self._standing, paper) if self._overrides else ())

    def _unprintable(self, paper: Paper) -> Composition:
        kind = paper.setting.kind.replace("_", " ") if paper.setting else paper.id
        found = UNKNOWN_DOCUMENT.at(
            message=f"leadkit prints no {kind}.", remedy="Write it by hand; the other documents stand without it."
        )
        return Composition(None, (), (found,))

    def written(
        self,
        paper: Paper,
        formats: Sequence[str],
        out: Path,
        before: Mapping[str, Earlier] | None,
        audience: Audience | None = None,
    ) -> tuple[BuildResult, ...]:
        """Compose a document in each of its languages and write it on the letterhead that the program names for it.

        What cannot be had in the first language is not tried in another; where only documents for an audience are
        wanted, one for others is not written.
        """
        document = self._of(paper).document if audience else None
        if document is not None and document.audience != audience:
            return ()
        letterhead = letterhead_of(self._standing, paper.id) if "docx" in formats else None
        absent = tuple(each for each in self._asked(paper) if not self._has(paper, each))
        first, *others = (
            write(
                self._of(paper, language), id_, self._on, formats, out,
                source=lambda: self._known.source, letterhead=letterhead, before=before,
            )
            for language, id_ in self._texts(paper).items()
        )  # fmt: skip
        return (_untranslated(first, absent), *others)

    def _fingerprints(self) -> dict[str, str]:
        """The fingerprint of each annex that the agreement names and leadkit prints, by the id of its document."""
        named = [each.document for each in self._program.agreement.annexes.values() if each.document]
        texts = {one.id: self._of(one).document for one in self.papers if one.id in named and one.printer != MEMORANDUM}
        return {id_: text.cover.fingerprint for id_, text in texts.items() if text}


def _untranslated(result: BuildResult, absent: tuple[str, ...]) -> BuildResult:
    """A document with a note on each language of which leadkit has no text for it."""
    notes = tuple(no_text(result.document, each) for each in absent)
    return replace(result, diagnostics=(*result.diagnostics, *notes), without=absent)
