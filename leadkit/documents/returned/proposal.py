"""What a review proposes: values, words and open questions, each with who made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.diagnostic import Severity

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.overrides.file import OverrideKind
    from leadkit.documents.returned.since import Since


@dataclass(frozen=True, slots=True)
class Origin:
    """Who made an edit, when and why.

    Attributes:
        by: Who.
        on: When.
        reason: Why.
    """

    by: str
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class ValueEdit:
    """A field that gets another value.

    Attributes:
        path: The field.
        was: What is written there now.
        now: What is to be written.
        printed: What it printed.
        words: What counsel wrote in its place.
        place: The clause, as a reader finds it.
        origin: Who made the edit.
        elsewhere: The other clauses of the document that print something else with it.
    """

    path: str
    was: str
    now: str
    printed: str
    words: str
    place: str
    origin: Origin
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordsEdit:
    """A clause that gets other words, is new, or goes.

    Attributes:
        clause: Its id.
        kind: What the override does.
        place: The clause, as a reader finds it.
        file: The name of the override file.
        origin: Who made the edit.
        before: The override or the alternate that it changes; empty for a clause of the library.
        frozen: What followed the program before and is words now.
        flat: Whether the conditions of the clause are gone, so that it says the same whatever the program says.
        unbound: Whether it is new in an agreement of which only the parts bind that it lists.
    """

    clause: str
    kind: OverrideKind
    place: str
    file: str
    origin: Origin
    before: str = ""
    frozen: tuple[str, ...] = ()
    flat: bool = False
    unbound: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A comment that becomes an entry under ``open``.

    Attributes:
        path: The field that it is about.
        text: The question.
        owner: Who asked.
        place: The clause, as a reader finds it.
        on: When it was asked; None where the file does not say.
    """

    path: str
    text: str
    owner: str
    place: str
    on: date | None = None


@dataclass(frozen=True)
class Review:
    """What became of a returned file.

    Attributes:
        document: What the program calls the document.
        values: The fields that get other values.
        words: The clauses that get other words.
        questions: The comments that become entries under ``open``.
        findings: What cannot be taken in, and why.
        before: The bytes of each file that changes, as they are; None for a new one.
        after: The bytes that it is to have.
        edited: How many clauses counsel edited.
        since: What has changed in the program since the file was printed; None for a file that was refused.
    """

    document: str = ""
    values: tuple[ValueEdit, ...] = ()
    words: tuple[WordsEdit, ...] = ()
    questions: tuple[Question, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    before: Mapping[Path, bytes | None] = field(default_factory=dict)
    after: Mapping[Path, bytes] = field(default_factory=dict)
    edited: int = 0
    since: Since | None = None

    @property
    def failed(self) -> bool:
        """Whether the file was refused, or holds an edit that nobody can tell where to put."""
        return any(one.is_error for one in self.findings)

    @property
    def is_settled(self) -> bool:
        """Whether every edit is taken in with what is proposed, so that the file holds nothing more."""
        return bool(self.document) and all(one.severity is Severity.NOTE for one in self.findings)

    @property
    def proposes(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.after)
