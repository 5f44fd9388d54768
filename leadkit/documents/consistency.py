"""Findings about a whole document: ids given twice, references to nothing, undefined terms, unclear lines to sign."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Span
from leadkit.documents.codes import DUPLICATE, REFERENCE, TWICE_DEFINED, UNCLEAR_LABEL, UNDEFINED_TERM, UNUSED_TERM
from leadkit.documents.tree.document import Document
from leadkit.documents.tree.inline import Reference
from leadkit.documents.tree.labels import ambiguous_rows, row_anchor
from leadkit.documents.tree.plain import base_text
from leadkit.documents.tree.trace import walk

if TYPE_CHECKING:
    from leadkit.documents.template.recorder import Recorder


def check(
    document: Document,
    recorder: Recorder,
    ids: list[tuple[str, Span]],
    declared: Mapping[str, tuple[str, ...]],
    lost: Callable[[str], str] = lambda name: "",
) -> None:
    """Report what only the whole document shows.

    Args:
        document: The numbered tree.
        recorder: Holds the uses of terms and references; takes the findings.
        ids: Every id of a section or item, with its place.
        declared: The terms that the head of each clause file says it defines.
        lost: Tells the override that took out the place of an id, or the definition of a term; empty for none.
    """
    _ids(recorder, ids)
    _references(document, recorder, lost)
    _terms(document, recorder, declared, lost)
    _labels(document, recorder)


def _add(recorder: Recorder, code: Code, spans: tuple[Span, ...], message: str, remedy: str) -> None:
    recorder.diagnostics.append(code.at(*spans, message=message, remedy=remedy))


def _ids(recorder: Recorder, ids: list[tuple[str, Span]]) -> None:
    seen: dict[str, Span] = {}
    for id_, span in ids:
        if id_ in seen:
            _add(recorder, DUPLICATE, (span, seen[id_]), f"The id {id_} is given twice.", "Give each its own.")
        seen.setdefault(id_, span)


def _references(document: Document, recorder: Recorder, lost: Callable[[str], str]) -> None:
    broken = {node.target for node in walk(document) if isinstance(node, Reference) and not node.text}
    for use in recorder.references:
        if use.name in broken:
            shown = use.name.removeprefix("article:")
            message = f"The clause refers to {shown}, which this document does not contain."
            remedy = f'Test it with clause_on("{shown}"), or correct the id.'
            if override := lost(shown):
                message = f"The clause refers to {shown}, which the override {override} takes out."
                remedy = "Keep that place in the override, or change this clause with an override of its own."
            _add(recorder, REFERENCE, (use.at,), message, remedy)


def _labels(document: Document, recorder: Recorder) -> None:
    for words in dict.fromkeys(map(row_anchor, ambiguous_rows(document))):
        message = f"The line to sign at “{words}” is not the only place of {document.id} with these words."
        _add(recorder, UNCLEAR_LABEL, (), message, "Say whose signature it is, as in: Signature of the interpreter.")


def _terms(
    document: Document, recorder: Recorder, declared: Mapping[str, tuple[str, ...]], lost: Callable[[str], str]
) -> None:
    defined: dict[str, Span] = {}
    for use in recorder.definitions:
        if use.name in defined:
            spans = (use.at, defined[use.name])
            _add(recorder, TWICE_DEFINED, spans, f"“{use.name}” is defined twice.", "Define it once.")
        defined.setdefault(use.name, use.at)
    for use in recorder.terms:
        if use.name not in defined:
            message = f"“{use.name}” is used but not defined in this document."
            if override := lost(use.name):
                message = f"“{use.name}” is used here, and the override {override} takes its definition out."
            _add(recorder, UNDEFINED_TERM, (use.at,), message, f'Define it with define("{use.name}").')
    for file, terms in declared.items():
        for term in terms:
            if term not in defined or defined[term].file != file:
                message = f"The head says that the clause defines “{term}”, but its text does not."
                _add(recorder, UNDEFINED_TERM, (Span(file),), message, f'Write define("{term}") in the text.')
    _unused(document, recorder, defined)


def _unused(document: Document, recorder: Recorder, defined: Mapping[str, Span]) -> None:
    words = "\n".join(base_text(clause)[0] for article in document.articles for clause in article.clauses)
    used = {use.name for use in recorder.terms}
    for term, span in defined.items():
        if term not in used and words.count(term) <= 1:
            _add(
                recorder,
                UNUSED_TERM,
                (span,),
                f"“{term}” is defined and never used.",
                "Use it or leave it out.",
            )
