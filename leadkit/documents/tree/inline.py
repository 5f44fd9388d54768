"""The parts of a sentence: words, values that know their field, terms, references, blanks, ticks and gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from leadkit.documents.absence import Why
from leadkit.documents.tree.change import Change
from leadkit.documents.words import FIRST, words_of


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the clause itself.

    Attributes:
        text: The words.
        language: The language that they are in; empty for the document's own.
        is_day: Whether they say the day of the document, which is another when it is printed again.
    """

    text: str
    language: str = ""
    is_day: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """Words that came from the program.

    Attributes:
        text: The words, already in the form in which they are read.
        path: The field they came from, as ``agreement.term.length``; empty for a date of the build itself.
        causes: Other fields that had a part in the words (the id by which a name was looked up).
        language: The language that they are in; empty for the document's own.
    """

    text: str
    path: str
    causes: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term; ``defining`` where this is the place that defines it."""

    text: str
    defining: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to an article, section or item.

    Attributes:
        target: Id of what is referred to.
        label: Words before the number, such as ``Section``; the whole text where the target has no number.
        number: The number as it is read in full, such as ``5.2(b)(i)``; empty until numbers are computed.
    """

    target: str
    label: str = ""
    number: str = ""

    @property
    def text(self) -> str:
        """The reference as it is read: ``Section 5.2(b)(i)``."""
        return " ".join(part for part in (self.label, self.number) if part)


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set in italics."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Words set in bold."""

    content: tuple[Inline, ...]


class Writes(StrEnum):
    """What is written on a line where somebody signs."""

    SIGNATURE = "signature"
    APPROVAL_AS_TO_FORM = "approval_as_to_form"
    ATTEST = "attest"
    PRINTED_NAME = "printed_name"
    TITLE = "title"
    DATE = "date"


SIGNED = frozenset({Writes.SIGNATURE, Writes.APPROVAL_AS_TO_FORM, Writes.ATTEST})
"""What is a person's own hand; the other lines say who that person is, and when it was."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Words of two versions of a sentence that stand in one of them alone.

    Attributes:
        content: The words.
        change: Whether they were added or removed.
    """

    content: tuple[Inline, ...]
    change: Change

    @property
    def text(self) -> str:
        """Its words in the new version, for a writer that shows no changes."""
        return "" if self.change is Change.REMOVED else "".join(_words(self.content))


def _words(content: tuple[Inline, ...]) -> Iterator[str]:
    for each in content:
        yield from _words(each.content) if isinstance(each, Emphasis | Strong) else (each.text,)


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to be filled in by hand.

    Attributes:
        label: What it is filled in with.
        length: How many letters it has room for, more or less.
        writes: What whoever signs writes on it; None where it is no part of signing.
    """

    label: str
    length: int = 12
    writes: Writes | None = None

    @property
    def text(self) -> str:
        """The line itself."""
        return "_" * self.length


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick by hand, in a document of a language."""

    language: str = FIRST

    @property
    def text(self) -> str:
        """The box itself."""
        return "\N{BALLOT BOX}"

    @property
    def name(self) -> str:
        """What a screen reader says where others see the box."""
        return words_of(self.language).tick


@dataclass(frozen=True, slots=True)
class Open:
    """An absence with its reason, ready to be printed.

    Attributes:
        path: The field under ``open`` that says it.
        why: Which kind of absence it is.
        question: What has to be decided; empty where nothing has.
        owner: Who decides.
        due: By when, as it is read.
        looked_in: The sources that were searched.
        adopted: The decision that there is none.
        remark: What else the program says about it.
        about: What is absent, in words, such as ``How long the agreement runs``.
        language: The language of the document in which it is printed.
    """

    path: str
    why: Why
    question: str = ""
    owner: str = ""
    due: str = ""
    looked_in: tuple[str, ...] = ()
    adopted: str = ""
    remark: str = ""
    about: str = ""
    language: str = FIRST

    @property
    def causes(self) -> tuple[str, ...]:
        """The fields whose change changes what is printed: the field itself and its entry under ``open``."""
        return (f"open.{self.path}", self.path)


@dataclass(frozen=True, slots=True)
class Gap:
    """The place in a sentence where an absent value would stand."""

    path: str
    open: Open

    @property
    def text(self) -> str:
        """The mark that stands in the sentence."""
        return words_of(self.open.language).gaps[self.open.why]


Leaf = Text | Value | Term | Reference | Blank | Tick | Gap
"""A part of a sentence that holds no other."""

Inline = Leaf | Emphasis | Strong | Changed
Inlines = tuple[Inline, ...]
