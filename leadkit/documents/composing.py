"""A program, a document's clauses and a date → the tree that every writer prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.documents.absence import Absences, NothingSaid, OpenEntries
from leadkit.documents.composer import Composer
from leadkit.documents.composition import Composition
from leadkit.documents.library import default_root, load
from leadkit.documents.paper import Paper
from leadkit.documents.words import FIRST

if TYPE_CHECKING:
    from pydantic import BaseModel

    from leadkit.documents.overrides.layer import Layer


def compose(
    program: BaseModel,
    document: str,
    on: date,
    *,
    absences: Absences | None = None,
    extras: Mapping[str, object] | None = None,
    templates: Path | None = None,
    paper: Paper | None = None,
    language: str = FIRST,
    layers: Sequence[Layer] = (),
) -> Composition:
    """Compose a document.

    Args:
        program: The program as it stands on ``on``; each of its fields is a name that clauses may use.
        document: The kind of the document, such as ``mou``.
        on: The day that the document prints; never the clock's.
        absences: What is known about absent fields; without it, the program's own section ``open``.
        extras: Further names for clauses, each with its value.
        templates: The folder of the documents; without it, the shipped one.
        paper: What the program calls the document and says of it, which clauses know as ``paper``.
        language: The language of its words, of which there must be clauses.
        layers: The overrides of the state, the jurisdiction and the agreement, the lowest first.
    """
    library = load(document, templates or default_root(), layers, language)
    if library.outline is None or any(each.is_error for each in library.diagnostics):
        return Composition(None, (), library.diagnostics)
    paper = paper or Paper(document, document)
    composer = Composer(
        library, library.outline, program, on, absences or absences_of(program), extras or {}, paper, language
    )
    return composer.composed(paper.id if language == FIRST else f"{paper.id}.{language}")


def absences_of(program: BaseModel) -> Absences:
    """What a program says about its absent fields in its section ``open``."""
    entries = getattr(program, "open", None)
    return OpenEntries(entries) if isinstance(entries, Mapping) else NothingSaid()
