"""The shipped clauses and outlines, and those of a folder of one's own."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity, Span
from leadkit.documents.codes import LIBRARY, UNKNOWN_DOCUMENT
from leadkit.documents.overrides.laying import lay
from leadkit.documents.template.clause_file import ClauseFile, read_clause
from leadkit.documents.template.outline import Outline, read_outline
from leadkit.documents.template.phrases import read_phrases
from leadkit.documents.template.problem import ClauseError
from leadkit.resources import templates

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leadkit.documents.overrides.deviation import Deviation
    from leadkit.documents.overrides.layer import Layer

OUTLINE = "outline.yaml"
PHRASES = "phrases.yaml"
SHARED = "shared"
"""The folder of the clauses that several documents print, beside the folders of the documents."""
ALTERNATES = "alternates"
"""The folder, in that of a document, of what may stand in the place of a clause: one folder for each such clause."""
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
    """

    outline: Outline | None
    clauses: dict[str, ClauseFile]
    phrases: dict[str, dict[str, str]]
    diagnostics: tuple[Diagnostic, ...]
    digest: str
    deviations: tuple[Deviation, ...] = ()


def default_root() -> Path:
    """The folder of the shipped documents."""
    return templates() / "documents"


def document_ids(root: Path) -> tuple[str, ...]:
    """The documents that a folder of clauses can make, in order of their names."""
    return tuple(sorted(path.parent.name for path in root.glob(f"*/{OUTLINE}")))


def load(document: str, root: Path, layers: Sequence[Layer] = ()) -> Library:
    """Read the outline and clauses of a document, and lay overrides over them.

    Args:
        document: Its id, the name of its folder.
        root: The folder that holds the folders of all documents.
        layers: The overrides of the state, the jurisdiction and the agreement, the lowest first.
    """
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
    reader = _Reader(document)
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


def _is_text(path: Path) -> bool:
    return path.name in (OUTLINE, PHRASES) or path.suffix == ".md"


def _named(file: str) -> str:
    """The id of a clause as the name of its file gives it."""
    return file.removesuffix(".md").partition("-")[2]


class _Reader:
    """Reads the folder of one document."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.diagnostics: list[Diagnostic] = []
        self._broken: set[str] = set()

    def text(self, path: Path) -> str:
        content = path.read_bytes()
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            file = f"{path.parent.name}/{path.name}"
            self._add(file, "The file is not written in UTF-8.", "Save it as UTF-8.", line=line)
            text = content.decode("utf-8", "replace")
        return text.replace("\r\n", "\n")

    def outline(self, text: str) -> Outline | None:
        file = f"{self.document}/{OUTLINE}"
        try:
            return read_outline(text, file)
        except ClauseError as problem:
            self._report(problem, file)
            return None

    def lent(self, root: Path, outline: Outline, own: Mapping[str, str]) -> dict[str, str]:
        """The shared phrases, and the texts of the shared clauses that an outline lists and its own folder lacks."""
        wanted = {id_ for article in outline.articles for id_ in article.clauses} - {_named(name) for name in own}
        paths = [path for path in sorted((root / SHARED).glob("*.md")) if _named(path.name) in wanted]
        phrases = root / SHARED / PHRASES
        return {path.name: self.text(path) for path in (*paths, *((phrases,) if phrases.exists() else ()))}

    def phrases(self, text: str, folder: str = "") -> dict[str, dict[str, str]]:
        file = f"{folder or self.document}/{PHRASES}"
        try:
            return read_phrases(text, file)
        except ClauseError as problem:
            self._report(problem, file)
            return {}

    def clauses(self, texts: dict[str, str], folder: str = "") -> dict[str, ClauseFile]:
        found: dict[str, ClauseFile] = {}
        for name, text in texts.items():
            file = f"{folder or self.document}/{name}"
            try:
                clause = read_clause(text, file)
                if _named(name) != clause.id:
                    remedy = f"Name the file NN-{clause.id}.md, with two digits for its place."
                    raise ClauseError(LIBRARY, f"The file of the clause {clause.id} has another name.", remedy, 1)
                if clause.id in found:
                    raise ClauseError(LIBRARY, f"The clause {clause.id} is in two files.", "Delete one.", 1)
                found[clause.id] = clause
            except ClauseError as problem:
                self._broken.add(_named(name))
                self._report(problem, file)
        return found

    def compare(self, outline: Outline, clauses: dict[str, ClauseFile]) -> None:
        listed: set[str] = set()
        for article in outline.articles:
            for id_ in article.clauses:
                if id_ in listed:
                    self._add(outline.file, f"The clause {id_} is listed twice.", "List it once.")
                elif id_ not in clauses and id_ not in self._broken:
                    self._add(outline.file, f"There is no clause {id_}.", f"Add the file NN-{id_}.md.")
                listed.add(id_)
        for id_, clause in clauses.items():
            if id_ not in listed:
                message = f"The clause {id_} stands in no article, so it is never printed."
                self._add(clause.file, message, "List it in outline.yaml.", Severity.WARNING)

    def _report(self, problem: ClauseError, file: str) -> None:
        self._add(file, problem.message, problem.remedy, line=problem.line or 1, code=problem.code)

    def _add(
        self, file: str, message: str, remedy: str, severity: Severity | None = None, line: int = 1,
        code: Code = LIBRARY,
    ) -> None:  # fmt: skip
        span = Span(file, line, 1, line, 1)
        self.diagnostics.append(code.at(span, message=message, remedy=remedy, severity=severity))
