"""The shipped clauses and outlines, and those of a folder of one's own."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.diagnostic import Diagnostic
from leadkit.documents.codes import UNKNOWN_DOCUMENT
from leadkit.documents.library_reader import ALTERNATES, OUTLINE, PHRASES, SHARED, LibraryReader
from leadkit.documents.overrides.laying import lay
from leadkit.documents.template.clause_file import ClauseFile, read_clause
from leadkit.documents.template.outline import Outline
from leadkit.documents.translation import NAME as LANGUAGE
from leadkit.documents.translation import Review
from leadkit.documents.words import FIRST
from leadkit.resources import templates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadkit.documents.overrides.deviation import Deviation
    from leadkit.documents.overrides.layer import Layer

_NAME = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Library:
    """What one document is composed from.

    Attributes:
        outline: Its outline; None where there is none that can be read.
        clauses: Its clauses by id.
        phrases: What its clauses print for a word of a list of choices, by list and word.
        diagnostics: What is wrong with them.
        digest: SHA-256 over names and texts.
        deviations: What layers of overrides changed in the clauses, the lowest layer first.
        review: Who reviewed it for leadkit, where it is a translation that somebody reviewed.
    """

    outline: Outline | None
    clauses: dict[str, ClauseFile]
    phrases: dict[str, dict[str, str]]
    diagnostics: tuple[Diagnostic, ...]
    digest: str
    deviations: tuple[Deviation, ...] = ()
    review: Review | None = None


def default_root() -> Path:
    """The folder of the shipped documents."""
    return templates() / "documents"


def document_ids(root: Path) -> tuple[str, ...]:
    """The documents that a folder of clauses can make, in order of their names."""
    return tuple(sorted(path.parent.name for path in root.glob(f"*/{OUTLINE}")))


def has_language(document: str, root: Path, language: str) -> bool:
    """Whether a folder of clauses has a document in a language."""
    return language == FIRST or (root / document / language / LANGUAGE).is_file()


def made_from(document: str, root: Path) -> str:
    """The kind of document whose text a document is made of; empty where it is of none, or there is no outline."""
    path = root / document / OUTLINE
    reader = LibraryReader(document)
    outline = reader.outline(reader.text(path)) if path.is_file() else None
    return outline.made_from if outline else ""


def load(document: str, root: Path, layers: Sequence[Layer] = (), language: str = FIRST) -> Library:
    """Read the outline and clauses of a document, and lay overrides over them.

    Args:
        document: Its id, the name of its folder.
        root: The folder that holds the folders of all documents.
        layers: The overrides of the state, the jurisdiction and the agreement, the lowest first.
        language: The language of its words; the rules of a clause are always those of the English one. Of a text with
            overrides there is none but the English one.
    """
    if language != FIRST:
        return _in_language(_model(document, root), document, root, language)
    library = _model(document, root)
    if not layers or library.outline is None or any(each.is_error for each in library.diagnostics):
        return library
    laid = lay(library.outline, library.clauses, layers, lambda target: alternates(document, root, target))
    texts = [f"{layer.level}/{name}\0{text}" for layer in layers for name, text in layer.texts.items()]
    texts += [f"{each.clause}\0{each.result.body if each.result else ''}" for each in laid.deviations]
    digest = hashlib.sha256("\0".join((library.digest, *texts)).encode()).hexdigest() if texts else library.digest
    found = (*library.diagnostics, *laid.diagnostics)
    return replace(
        library, outline=laid.outline, clauses=laid.clauses, diagnostics=found, digest=digest,
        deviations=laid.deviations,
    )  # fmt: skip


def alternates(document: str, root: Path, target: str) -> dict[str, ClauseFile]:
    """What may stand in the place of a clause, by name; each in the form of a clause file.

    Raises:
        ClauseError: A file of the library is not in that form.
    """
    folder = root / document / ALTERNATES / target
    paths = sorted(folder.glob("*.md")) if _NAME.fullmatch(target) else []
    return {
        path.stem: read_clause(path.read_text(encoding="utf-8"), f"{document}/{ALTERNATES}/{target}/{path.name}")
        for path in paths
    }


def _model(document: str, root: Path) -> Library:
    """The outline and clauses of the model library."""
    known = document_ids(root)
    if document not in known:
        message = f"There is no document {document}."
        remedy = f"Build one of {', '.join(known)}." if known else "No documents are installed."
        return Library(None, {}, {}, (UNKNOWN_DOCUMENT.at(message=message, remedy=remedy),), "")
    reader = LibraryReader(document)
    texts = {path.name: reader.text(path) for path in sorted((root / document).glob("*")) if _is_text(path)}
    outline = reader.outline(texts[OUTLINE])
    clauses = reader.clauses({name: text for name, text in texts.items() if name.endswith(".md")})
    phrases = reader.phrases(texts.get(PHRASES, ""))
    lent = reader.lent(root, outline, texts) if outline is not None else {}
    clauses |= reader.clauses({name: text for name, text in lent.items() if name != PHRASES}, SHARED)
    phrases = {**reader.phrases(lent.get(PHRASES, ""), SHARED), **phrases}
    if outline is not None:
        reader.compare(outline, clauses)
    texts |= {f"{SHARED}/{name}": text for name, text in lent.items()}
    digest = hashlib.sha256("\0".join(f"{name}\0{text}" for name, text in sorted(texts.items())).encode())
    return Library(outline, clauses, phrases, tuple(reader.diagnostics), digest.hexdigest())


def _in_language(first: Library, document: str, root: Path, language: str) -> Library:
    """A document in the words of another language: of the English one stay only its rules."""
    if first.outline is None:
        return first
    reader = LibraryReader(f"{document}/{language}")
    folder = root / document / language
    texts = {path.name: reader.text(path) for path in sorted(folder.glob("*")) if path.is_file()}
    outline = reader.translated(first.outline, texts.get(OUTLINE, ""))
    review = reader.review(texts.get(LANGUAGE, ""), language)
    lent = reader.lent(root, first.outline, texts, language)
    own, shared = (
        reader.clauses({name: text for name, text in each.items() if name.endswith(".md")}, where)
        for each, where in ((texts, ""), (lent, f"{SHARED}/{language}"))
    )
    phrases = {
        **reader.phrases(lent.get(PHRASES, ""), f"{SHARED}/{language}"),
        **reader.phrases(texts.get(PHRASES, "")),
    }
    clauses = reader.worded(first.clauses, {**shared, **own})
    texts |= {f"{SHARED}/{name}": text for name, text in lent.items()}
    words = "".join(f"\0{name}\0{text}" for name, text in sorted(texts.items()))
    digest = hashlib.sha256(f"{first.digest}{words}".encode()).hexdigest()
    return Library(outline, clauses, phrases, (*first.diagnostics, *reader.diagnostics), digest, review=review)


def _is_text(path: Path) -> bool:
    return path.name in (OUTLINE, PHRASES) or path.suffix == ".md"
