"""A layer: the overrides of one kind of document that a state, a jurisdiction or one agreement keeps in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from leadkit.diagnostic import Diagnostic, Span
from leadkit.documents.overrides.codes import BAD_FOLDER, TWICE
from leadkit.documents.overrides.file import Override, OverrideKind, read_override
from leadkit.documents.template.clause_file import ClauseFile, read_clause
from leadkit.documents.template.problem import ClauseError

if TYPE_CHECKING:
    from leadkit.diagnostic import Code

PARENTS = "parents"
"""The folder, beside the overrides, of the texts that they were made from."""
ENDING = ".md"
LIMIT = 200_000
"""The largest override that is read, in bytes; the longest clause of the library has a twentieth of it."""

Files = Mapping[str, "bytes | Diagnostic"]
"""What the files of a folder hold, or why one is not read, by name."""


class Level(StrEnum):
    """Whose clauses a layer holds; each may change what the one before gives."""

    STATE = "state"
    JURISDICTION = "jurisdiction"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Layer:
    """The overrides of one folder.

    Attributes:
        level: Whose they are.
        folder: Display name of the folder.
        cause: The field of the program that names it.
        overrides: What could be read, in the order of the names of the files; one target is replaced, removed or
            exchanged once.
        parents: The kept texts that they were made from, by ``TARGET-HASH``.
        texts: The text of each file by its name, for the digest of the document.
        diagnostics: What is wrong with the files.
    """

    level: Level
    folder: str
    cause: str
    overrides: tuple[Override, ...] = ()
    parents: Mapping[str, ClauseFile] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


def parent_name(target: str, hash_: str) -> str:
    """The name, without its ending, of the file that keeps the text which an override was made from."""
    return f"{target}-{hash_}"


def read_layer(level: Level, folder: str, cause: str, files: Files, parents: Files) -> Layer:
    """Read the files of a layer.

    Args:
        level: Whose they are.
        folder: Display name of the folder.
        cause: The field of the program that names it.
        files: The override files.
        parents: The kept texts that they were made from.
    """
    reader = _Reader(folder)
    texts = reader.texts(files)
    overrides = reader.overrides(texts)
    return Layer(level, folder, cause, overrides, reader.parents(parents), texts, tuple(reader.diagnostics))


class _Reader:
    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.diagnostics: list[Diagnostic] = []

    def texts(self, files: Files) -> dict[str, str]:
        """The text of each file that can be read."""
        found: dict[str, str] = {}
        for name, content in files.items():
            if isinstance(content, Diagnostic):
                self.diagnostics.append(content)
            elif not name.endswith(ENDING):
                message = f"{name} is not read, because of its ending."
                self._add(name, BAD_FOLDER, message, f"Name it {name.rpartition('.')[0] or name}.md, or move it away.")
            elif len(content) > LIMIT:
                message = f"{name} has {len(content) // 1000} KB; a clause is far smaller."
                self._add(name, BAD_FOLDER, message, f"Keep it below {LIMIT // 1000} KB.")
            elif (text := self._decoded(name, content)) is not None:
                found[name] = text
        return found

    def _decoded(self, name: str, content: bytes) -> str | None:
        try:
            return content.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            self._add(name, BAD_FOLDER, "The file is not written in UTF-8.", "Save it as UTF-8.", line)
            return None

    def overrides(self, texts: Mapping[str, str]) -> tuple[Override, ...]:
        """The overrides; of two that change one clause, the first."""
        taken: dict[str, Override] = {}
        found: list[Override] = []
        for name, text in texts.items():
            try:
                override = read_override(text, f"{self._folder}/{name}")
            except ClauseError as problem:
                self._add(name, problem.code, problem.message, problem.remedy, problem.line or 1)
                continue
            other = taken.get(override.target) if override.kind is not OverrideKind.INSERT_AFTER else None
            if other is not None:
                message = f"Two overrides of this folder change the clause {override.target}."
                spans = (_line(override.file, 1), _line(other.file, 1))
                remedy = "Keep one of them, and let it say what both say."
                self.diagnostics.append(TWICE.at(*spans, message=message, remedy=remedy))
                continue
            if override.kind is not OverrideKind.INSERT_AFTER:
                taken[override.target] = override
            found.append(override)
        return tuple(found)

    def parents(self, files: Files) -> dict[str, ClauseFile]:
        """The kept texts; one that cannot be read is as good as lost, and only counts where it is needed."""
        found: dict[str, ClauseFile] = {}
        for name, content in files.items():
            if isinstance(content, bytes) and name.endswith(ENDING) and len(content) <= LIMIT:
                try:
                    text = content.decode("utf-8").replace("\r\n", "\n")
                    found[name.removesuffix(ENDING)] = read_clause(text, f"{self._folder}/{PARENTS}/{name}")
                except (UnicodeDecodeError, ClauseError):
                    continue
        return found

    def _add(self, name: str, code: Code, message: str, remedy: str, line: int = 1) -> None:
        self.diagnostics.append(code.at(_line(f"{self._folder}/{name}", line), message=message, remedy=remedy))


def _line(file: str, line: int) -> Span:
    return Span(file, line, 1, line, 1)
