"""Every clause of a program's documents that differs from the model, with its place and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.documents.compare.texts import Stretch, is_changed, words_changed
from leadkit.documents.library import default_root, load
from leadkit.documents.overrides.places import layers_of
from leadkit.documents.standing import compose_standing
from leadkit.documents.tree.plain import base_text, section_name

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.composition import Composition
    from leadkit.documents.overrides.deviation import Deviation
    from leadkit.documents.paper import Paper
    from leadkit.documents.template.clause_file import ClauseFile
    from leadkit.documents.tree.document import Clause
    from leadkit.model.standing import Standing


@dataclass(frozen=True, slots=True)
class Difference:
    """One clause that differs from what the layer below gives.

    Attributes:
        deviation: The override and what it makes of the clause.
        place: Number and title in the document, or in the model's where the clause is taken out; empty where neither
            prints it.
        source: What changed in the words of the clause's file.
        printed: What changed in the words that are printed, from the model to this program; empty where one of the two
            cannot be printed.
    """

    deviation: Deviation
    place: str
    source: tuple[Stretch, ...]
    printed: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """What differs in one document.

    Attributes:
        document: What the program calls it.
        clauses: The clauses, the lowest layer first.
        diagnostics: What is wrong with the overrides, and what is to be read again.
    """

    document: str
    clauses: tuple[Difference, ...]
    diagnostics: tuple[Diagnostic, ...]


def differences_of(standing: Standing, papers: tuple[Paper, ...]) -> tuple[Differences, ...]:
    """What differs in each document that has overrides.

    Args:
        standing: The program on its day.
        papers: The documents to look at.
    """
    return tuple(found for paper in papers if (found := _of(standing, paper)) is not None)


def _of(standing: Standing, paper: Paper) -> Differences | None:
    layers = layers_of(standing, paper) if paper.printer else ()
    if not any(layer.overrides or layer.diagnostics for layer in layers):
        return None
    library = load(paper.printer, default_root(), layers)
    ours = compose_standing(standing, paper.id)
    model = compose_standing(standing, paper.id, overrides=False)
    last = {each.clause: each for each in library.deviations}
    told = [_difference(each, ours, model, is_last=last[each.clause] is each) for each in library.deviations]
    files = {each.file for layer in layers for each in layer.overrides}
    folders = tuple(f"{layer.folder}/" for layer in layers)
    named = {layer.cause for layer in layers}
    found = [
        each
        for each in dict.fromkeys((*library.diagnostics, *ours.diagnostics))
        if each.path in named or any(one.file in files or one.file.startswith(folders) for one in each.spans)
    ]
    return Differences(paper.id, tuple(told), tuple(found))


def _difference(deviation: Deviation, ours: Composition, model: Composition, *, is_last: bool) -> Difference:
    clause, before = _clause(ours, deviation.clause), _clause(model, deviation.clause)
    shown = words_changed(_text(before), _text(clause)) if is_last and ours.document and model.document else ()
    source = words_changed(_source(deviation.parent, deviation.result), _source(deviation.result, deviation.parent))
    place = _place(ours, deviation.clause) or _place(model, deviation.clause)
    return Difference(deviation, place, source, shown if is_changed(shown) else ())


def _clause(composition: Composition, id_: str) -> Clause | None:
    articles = composition.document.articles if composition.document else ()
    return next((each for article in articles for each in article.clauses if each.id == id_), None)


def _place(composition: Composition, id_: str) -> str:
    """Number and title of a clause; the title of its article where it has neither, as a recital has not."""
    for article in composition.document.articles if composition.document else ():
        for clause in article.clauses:
            if clause.id == id_:
                return section_name(clause.sections[0]) or article.title
    return ""


def _text(clause: Clause | None) -> str:
    return base_text(clause)[0].strip() if clause else ""


def _source(clause: ClauseFile | None, other: ClauseFile | None) -> str:
    """The words of a clause's file: its title, what else of its head the other has otherwise, and its body."""
    if clause is None:
        return ""
    apart = [
        f"{name}: {', '.join(value) if isinstance(value, tuple) else value}"
        for name in ("status", "when", "needs", "defines")
        if other is not None and (value := getattr(clause, name)) != getattr(other, name)
    ]
    return "\n".join((clause.title, *apart, "", clause.body.strip()))
