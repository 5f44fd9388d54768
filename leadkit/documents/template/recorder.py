"""What happens while clauses are rendered: tokens given out, fields read, terms and references used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadkit.diagnostic import Code, Diagnostic, Severity, Span
from leadkit.documents.absence import Absences
from leadkit.documents.codes import CHARACTER
from leadkit.documents.text import loses_characters, printable
from leadkit.documents.tree.blocks import Block
from leadkit.documents.tree.inline import Inlines, Open, Value
from leadkit.documents.words import FIRST, Words, words_of

if TYPE_CHECKING:
    from leadkit.documents.template.outline import Outline

TOKEN = re.compile("\ue000([0-9]+)\ue001")
LINE = re.compile("\ue002([=-]?)([0-9]+)\ue003")
"""The mark of a rendered line: the number of its record; or, behind a sign, that of a line that reads nothing."""
MARKS = re.compile("[\ue000-\ue003]")


def text_mark(number: int) -> str:
    """The mark of a line of text in which nothing is worked out."""
    return f"\ue002={number}\ue003"


def edge_mark(number: int) -> str:
    """The mark of an empty line that a tag leaves and in which nothing is worked out."""
    return f"\ue002-{number}\ue003"


@dataclass(frozen=True, slots=True)
class Fragment:
    """What one ``{{ … }}`` printed: parts of a sentence, or blocks that must stand alone in a paragraph."""

    inlines: Inlines = ()
    blocks: tuple[Block, ...] = ()


@dataclass(slots=True)
class Line:
    """One rendered line: where it was written and which fields decide that it stands there.

    An ``edge`` is the empty line that a tag leaves, so that it ends a paragraph. ``within`` are the frames of what
    follows it: one more where the tag opens a region.
    """

    number: int
    own: set[str]
    frames: tuple[set[str], ...]
    edge: bool
    within: tuple[set[str], ...]

    @property
    def causes(self) -> set[str]:
        """The fields that its own expressions tested and those of every ``if`` and ``for`` around it."""
        return self.own.union(*self.frames)


@dataclass(frozen=True, slots=True)
class Use:
    """A term or reference and the place in a clause file that uses it."""

    name: str
    at: Span


@dataclass(slots=True)
class Recorder:
    """The state of one composition; a clause is rendered at a time.

    Attributes:
        absences: What the program says about absent fields.
        file: Display name of the clause file being rendered.
        diagnostics: Findings so far.
        clauses_on: Ids of the clauses that this document prints.
        program: The program that the document is composed from.
        outline: The outline of the document; None outside a whole document.
        public_sources: Whether the program was compiled from public sources.
        phrases: What stands for a word of a list of choices, by list and word.
        language: The language of the document.
        texts: What texts of the program are in that language, where the program says it.
    """

    absences: Absences
    file: str = ""
    clauses_on: frozenset[str] = frozenset()
    program: object = None
    outline: Outline | None = None
    public_sources: bool = False
    phrases: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    language: str = FIRST
    texts: Mapping[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    references: list[Use] = field(default_factory=list)
    terms: list[Use] = field(default_factory=list)
    definitions: list[Use] = field(default_factory=list)
    current: int = 1
    reads: set[str] = field(default_factory=set)
    unprinted: dict[str, Open] = field(default_factory=dict)
    _tokens: list[Fragment] = field(default_factory=list)
    _lines: list[Line] = field(default_factory=list)
    _frames: list[set[str]] = field(default_factory=list)
    _sink: set[str] = field(default_factory=set)

    @property
    def words(self) -> Words:
        """What leadkit itself says in the language of the document."""
        return words_of(self.language)

    def start(self, file: str) -> None:
        """Begin with another clause."""
        self.file, self.current = file, 1
        self.reads, self.unprinted = set(), {}
        self._tokens, self._lines, self._frames, self._sink = [], [], [], set()

    def read(self, path: str) -> None:
        """Note that a test, loop or count looked at the field at ``path``."""
        if path:
            self._sink.add(path)
            self.reads.add(path)

    def token(self, fragment: Fragment) -> str:
        """Give out the opaque mark that stands for ``fragment`` until the Markdown is parsed."""
        self._tokens.append(fragment)
        return f"\ue000{len(self._tokens) - 1}\ue001"

    def fragment(self, index: int) -> Fragment:
        """What a mark stands for."""
        return self._tokens[index]

    def line(self, number: int, *, edge: bool = False) -> str:
        """Begin a rendered line and return the mark that stands at its start."""
        self.current = number
        frames = tuple(self._frames)
        self._lines.append(Line(number, set(), frames, edge, frames))
        self._sink = self._lines[-1].own
        return f"\ue002{len(self._lines) - 1}\ue003"

    def open_region(self, number: int) -> str:
        """Enter the condition of an ``if`` or ``for``: what is read now decides everything in it."""
        mark = self.line(number, edge=True)
        self._frames.append(set())
        self._sink = self._frames[-1]
        self._lines[-1].within = tuple(self._frames)
        return mark

    def turn_region(self, number: int) -> str:
        """Come to the next round of a ``for``."""
        mark = self.line(number, edge=True)
        self._sink = self._frames[-1]
        return mark

    def close_region(self, number: int) -> str:
        """Leave an ``if`` or ``for``."""
        self._frames.pop()
        return self.line(number, edge=True)

    def rendered(self, mark: re.Match[str], before: Line | None) -> Line:
        """The record of a rendered line by its mark, and by the line before it, whose region it shares."""
        sign, number = mark.groups()
        if not sign:
            return self._lines[int(number)]
        within = before.within if before else ()
        return Line(int(number), set(), within, sign == "-", within)

    def at(self, line: int = 0) -> Span:
        """The place of a line of the current file."""
        number = line or self.current
        return Span(self.file, number, 1, number, 1)

    def report(
        self, code: Code, message: str, remedy: str = "", *, line: int = 0, path: str = "",
        severity: Severity | None = None,
    ) -> None:  # fmt: skip
        """Add a finding about the current file."""
        found = code.at(self.at(line), message=message, remedy=remedy, path=path, severity=severity)
        if found not in self.diagnostics:
            self.diagnostics.append(found)

    def value(self, text: str, path: str, causes: tuple[str, ...] = (), language: str = "") -> Value:
        """Make a value node of program text, with the characters that documents carry."""
        if loses_characters(text):
            self.report(
                CHARACTER, f"The field {path or 'here'} has a character that no document can carry.",
                "Take the character out; the document shows a white square in its place.", path=path,
            )  # fmt: skip
        return Value(printable(text), path, causes, language)
