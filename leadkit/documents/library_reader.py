"""Reads the folder of one document of the library, and finds what is wrong with its files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity, Span
from leadkit.documents.codes import LIBRARY
from leadkit.documents.template.clause_file import ClauseFile, read_clause
from leadkit.documents.template.outline import Outline, read_outline, translated
from leadkit.documents.template.phrases import read_phrases
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.translation import NAME as LANGUAGE
from leadkit.documents.translation import Review, read_language
from leadkit.resources import templates

if TYPE_CHECKING:
    from collections.abc import Mapping

OUTLINE = "outline.yaml"
PHRASES = "phrases.yaml"
SHARED = "shared"
"""The folder of the clauses that several documents print, beside the folders of the documents."""
ALTERNATES = "alternates"
"""The folder, in that of a document, of what may stand in the place of a clause: one folder for each such clause."""


def _named(file: str) -> str:
    """The id of a clause as the name of its file gives it."""
    return file.removesuffix(".md").partition("-")[2]


def _shared(root: Path) -> Path:
    """The shared clauses and phrases of a folder of documents; one without any has those of the shipped documents."""
    own = root / SHARED
    return own if own.is_dir() else templates() / "documents" / SHARED


class LibraryReader:
    """Reads the folder of one document."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.diagnostics: list[Diagnostic] = []
        self._broken: set[str] = set()

    def text(self, path: Path) -> str:
        """The text of a file."""
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
        """The outline; None where it cannot be read."""
        file = f"{self.document}/{OUTLINE}"
        try:
            return read_outline(text, file)
        except ClauseError as problem:
            self._report(problem, file)
            return None

    def translated(self, outline: Outline, text: str) -> Outline | None:
        """An outline in the words of the language; None where they are not complete."""
        file = f"{self.document}/{OUTLINE}"
        try:
            return translated(outline, text, file)
        except ClauseError as problem:
            self._report(problem, file)
            return None

    def review(self, text: str, language: str) -> Review | None:
        """Who reviewed the translation for leadkit."""
        file = f"{self.document}/{LANGUAGE}"
        try:
            return read_language(text, file, language)
        except ClauseError as problem:
            self._report(problem, file)
            return None

    def worded(self, first: Mapping[str, ClauseFile], found: Mapping[str, ClauseFile]) -> dict[str, ClauseFile]:
        """Each clause by its own rules in the words that were found for it."""
        for id_ in first.keys() - found.keys() - self._broken:
            self._add(f"{self.document}/{OUTLINE}", f"There is no clause {id_}.", f"Add the file NN-{id_}.md.")
        for id_ in found.keys() - first.keys():
            self._add(found[id_].file, f"The English document has no clause {id_}.", "Delete it, or correct its id.")
        for each in found.values():
            if each.status != "default" or each.when or each.needs or each.defines or each.basis or each.why:
                self._add(each.file, "The clause says a rule of its own.", "Leave id and title in its head, no more.")
        return {
            id_: replace(clause, file=words.file, title=words.title, body=words.body, first_line=words.first_line)
            for id_, clause in first.items()
            if (words := found.get(id_)) is not None
        }

    def lent(self, root: Path, outline: Outline, own: Mapping[str, str], language: str = "") -> dict[str, str]:
        """The shared phrases, and the texts of the shared clauses that an outline lists and its own folder lacks."""
        wanted = {id_ for article in outline.articles for id_ in article.clauses} - {_named(name) for name in own}
        shared = _shared(root) / language
        paths = [path for path in sorted(shared.glob("*.md")) if _named(path.name) in wanted]
        phrases = shared / PHRASES
        return {path.name: self.text(path) for path in (*paths, *((phrases,) if phrases.exists() else ()))}

    def phrases(self, text: str, folder: str = "") -> dict[str, dict[str, str]]:
        """What clauses print for a word of a list of choices, by list and word."""
        file = f"{folder or self.document}/{PHRASES}"
        try:
            return read_phrases(text, file)
        except ClauseError as problem:
            self._report(problem, file)
            return {}

    def clauses(self, texts: dict[str, str], folder: str = "") -> dict[str, ClauseFile]:
        """The clauses by id, of the texts of their files."""
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
        """Find where the outline and the files name different clauses."""
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
