"""Composes one document: which clauses are printed, their text, the cover, the numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from leadkit.documents import consistency
from leadkit.documents.absence import Absences
from leadkit.documents.adoption import find_changed
from leadkit.documents.codes import DRAFT_RELEASE, REFUSED
from leadkit.documents.composition import Composition
from leadkit.documents.covering import Covering
from leadkit.documents.front import said_once, with_open_reads
from leadkit.documents.library import Library
from leadkit.documents.outline_words import OutlineWords
from leadkit.documents.overrides.effects import authors_of, causes_of, lost_by, made_later
from leadkit.documents.paper import Paper
from leadkit.documents.reading import hard_to_read
from leadkit.documents.template.functions import functions
from leadkit.documents.template.outline import Outline
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import Recorder
from leadkit.documents.template.render_clause import ClauseRenderer, is_on
from leadkit.documents.template.view import View, raw_of
from leadkit.documents.translation import findings, own_texts, review_of
from leadkit.documents.tree.document import Article, Clause, Document
from leadkit.documents.tree.inline import Open, Text
from leadkit.documents.tree.labels import with_own_labels
from leadkit.documents.tree.numbering import number
from leadkit.documents.tree.plain import fingerprint
from leadkit.documents.tree.trace import walk
from leadkit.documents.words import FIRST
from leadkit.model.documents import Audience

if TYPE_CHECKING:
    from pydantic import BaseModel

    from leadkit.documents.template.clause_file import ClauseFile

REFUSE = "refused"
"""What an outline says of a draft translation that may not be printed."""


class Composer:
    """Composes one document of a program."""

    def __init__(
        self, library: Library, outline: Outline, program: BaseModel, on: date, absences: Absences,
        extras: Mapping[str, object], paper: Paper, language: str,
    ) -> None:  # fmt: skip
        self._library, self._outline, self._on, self._paper = library, outline, on, paper
        self._recorder = Recorder(
            absences, program=program, outline=outline, phrases=library.phrases, language=language,
            texts=own_texts(program, language),
        )  # fmt: skip
        self._annexes = getattr(getattr(program, "agreement", None), "annexes", {})
        self._recorder.diagnostics.extend(library.diagnostics)
        self._recorder.diagnostics.extend(made_later(library.deviations, on))
        self._overridden = causes_of(library.deviations)
        self._authors = authors_of(library.deviations)
        root = {name: getattr(program, name) for name in type(program).model_fields}
        views = {name: View(raw, (name,), self._recorder) for name, raw in {**root, **extras}.items()}
        views["paper"] = View(paper.setting, ("documents", paper.id), self._recorder, paper.id)
        self._context: dict[str, object] = {**views, **functions(self._recorder), "on": on, "holds": outline.holds}
        self._said = OutlineWords(self._recorder, self._context)
        self._recorder.start(outline.file)
        self._recorder.public_sources = self._said.truth(outline.public_sources)

    def composed(self, id_: str) -> Composition:
        """The document under an id, or why there is none."""
        refusal = next((each for each in self._outline.refusals if self._said.truth(each.when)), None)
        if refusal is not None:
            self._recorder.report(REFUSED, refusal.because, refusal.remedy)
            return Composition(None, (), tuple(self._recorder.diagnostics))
        chosen, others = self._chosen()
        self._recorder.clauses_on = frozenset(chosen)
        renderer = ClauseRenderer(self._recorder, self._context)
        made = self._articles(chosen, others, renderer)
        articles = said_once(with_open_reads(made, self._recorder))
        cover = Covering(self._outline, self._said, self._recorder, self._on).cover(articles)
        invented = self._said.truth(self._outline.invented)
        plain = Document(
            id_, self._audience(), cover, articles, self._recorder.public_sources, invented, self._library.digest,
            layout=self._outline.layout, language=self._recorder.language, electronic=self._electronic(),
        )  # fmt: skip
        numbered = with_own_labels(number(plain))
        document = replace(numbered, cover=replace(numbered.cover, fingerprint=fingerprint(numbered.articles)))
        document = self._adopted(document) if document.language == FIRST else self._reviewed(document)
        lost = lost_by(self._library.deviations)
        consistency.check(document, self._recorder, renderer.ids, self._defines(chosen), lost)
        self._measure(document)
        found = tuple(self._recorder.diagnostics)
        failed = any(each.is_error for each in found)
        if failed:
            return Composition(None, tuple(renderer.left_out), found)

        def again(files: Mapping[str, ClauseFile]) -> Document | None:
            return self._again(document, made, files)

        return Composition(document, tuple(renderer.left_out), found, again, self._library.clauses)

    def _again(self, document: Document, made: tuple[Article, ...], files: Mapping[str, ClauseFile]) -> Document | None:
        """The document with other texts of some clauses; what is found in them is kept apart."""
        kept, self._recorder.diagnostics = self._recorder.diagnostics, []
        renderer = ClauseRenderer(self._recorder, self._context)
        try:
            changed: list[Article] = []
            for article in made:
                clauses = [
                    renderer.clause(files[one.id], article.kind, frozenset(one.causes)) if one.id in files else one
                    for one in article.clauses
                ]
                printed = tuple(one for one in clauses if one is not None)
                if len(printed) < len(clauses):
                    return None
                changed.append(replace(article, clauses=printed))
            if any(each.is_error for each in self._recorder.diagnostics):
                return None
            return number(replace(document, articles=said_once(with_open_reads(tuple(changed), self._recorder))))
        finally:
            self._recorder.diagnostics = kept

    def _measure(self, document: Document) -> None:
        """Tell of a paper that is harder to read than the program, or else its outline, lets it be."""
        said = self._paper.setting.reading_level if self._paper.setting else None
        highest = said if said is not None else int(self._outline.reading_level or 0)
        if highest:
            path = f"documents.{self._paper.id}.reading_level"
            self._recorder.diagnostics.extend(hard_to_read(document, highest, path))

    def _adopted(self, document: Document) -> Document:
        """An annex, with a word on its cover where its text is no more the one that was adopted."""
        found = [*find_changed(self._annexes, document)]
        self._recorder.diagnostics.extend(found)
        status = (
            (*document.cover.status, Text(self._recorder.words.of_another_text)) if found else document.cover.status
        )
        return replace(document, cover=replace(document.cover, status=status))

    def _reviewed(self, document: Document) -> Document:
        """A translation with who reviewed it; a draft says so on every page, or is refused."""
        strict = self._outline.draft_translation == REFUSE
        self._recorder.diagnostics.extend(findings(self._paper, document, strict=strict))
        review = review_of(self._paper, document.language, self._library.review, document.cover.fingerprint)
        if review is None and strict:
            language, paper = document.language, self._paper.id
            message = f"{paper} is not printed in a draft translation ({language}), for a person signs it."
            remedy = f"Have it reviewed, and say by whom and when under documents.{paper}.translations.{language}."
            self._recorder.report(DRAFT_RELEASE, message, remedy, path=f"documents.{paper}.languages")
        own = self._recorder.words
        if review is None:  # what was adopted, or is a draft, is the original
            status = (*document.cover.status, Text(own.of_the_original))
            return replace(document, preliminary=True, cover=replace(document.cover, status=status))
        by = self._recorder.value(review.by, review.path, language=FIRST)
        told = (Text(own.reviewed), by, Text(own.reviewed_on.format(own.long_date(review.on))))
        return replace(document, cover=replace(document.cover, translation=told))

    def _chosen(self) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
        """The clauses that are printed, and those that are not, each with the fields that decided it."""
        chosen: dict[str, frozenset[str]] = {}
        others: dict[str, frozenset[str]] = {}
        for article in self._outline.articles:
            for id_ in article.clauses:
                clause = self._library.clauses[id_]
                try:
                    on = is_on(clause, self._recorder, self._context)
                    causes = frozenset(self._recorder.reads) | self._overridden.get(id_, frozenset())
                    (chosen if on else others)[id_] = causes
                except ClauseError as problem:
                    self._recorder.report(problem.code, f"when: {problem.message}", problem.remedy, line=1)
        return chosen, others

    def _articles(
        self, chosen: dict[str, frozenset[str]], others: dict[str, frozenset[str]], renderer: ClauseRenderer
    ) -> tuple[Article, ...]:
        made: dict[str, Clause | None] = {}
        kinds = {id_: plan.kind for plan in self._outline.articles for id_ in plan.clauses}
        for id_, causes in chosen.items():
            made[id_] = renderer.clause(self._library.clauses[id_], kinds[id_], causes)
        told = {node.path for node in walk(tuple(made.values())) if isinstance(node, Open)}
        for id_, causes in others.items():
            made[id_] = renderer.gap(self._library.clauses[id_], kinds[id_], causes, told)
        plans = [(plan, [made.get(id_) for id_ in plan.clauses]) for plan in self._outline.articles]
        articles = [
            Article(plan.id, plan.title, plan.kind, tuple(self._signed(each) for each in clauses if each is not None))
            for plan, clauses in plans
        ]
        return tuple(each for each in articles if each.clauses)

    def _signed(self, clause: Clause) -> Clause:
        author = self._authors.get(clause.id, "")
        return replace(clause, reworded=author) if author else clause

    def _defines(self, chosen: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
        return {self._library.clauses[id_].file: self._library.clauses[id_].defines for id_ in chosen}

    def _audience(self) -> str:
        """Who may read it: the fewest of those whom the outline and the program name."""
        said = self._paper.setting.audience if self._paper.setting else None
        return max(Audience(self._outline.audience), said or Audience.PUBLIC, key=tuple(Audience).index)

    def _electronic(self) -> bool | None:
        """Whether it may be signed electronically, where somebody has said so."""
        said = self._said.value(self._outline.electronic)
        said = raw_of(said) if isinstance(said, View) else said
        return said if isinstance(said, bool) else None
