"""What is read of a returned file: lines of pieces, each with who changed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from leadkit.documents.returned.marks import tidy


@dataclass(frozen=True, slots=True)
class Trace:
    """Who made a tracked change, and when; the day is None where the file does not say."""

    author: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together in a line.

    Attributes:
        text: The words, with a mark for the number of a reference.
        trace: Who inserted them; None where that was not tracked.
        comments: The ids of the comments on them.
        shown: What a reference shows in the file, as one that was typed over may; None for other words.
    """

    text: str
    trace: Trace | None = None
    comments: frozenset[str] = frozenset()
    shown: str | None = None


class Place(Enum):
    """Where a line stands."""

    FRONT = auto()
    """Before the text."""
    ARTICLE = auto()
    """It is the heading of an article."""
    CLAUSE = auto()
    BETWEEN = auto()
    """After the end of a clause and before the next."""
    OPENING = auto()
    """Under the heading of an article, before its first clause."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a cell, or a part of one between line breaks.

    Attributes:
        pieces: What it holds.
        place: Where it stands.
        owner: Bookmark of the clause that it stands in or after, or of the article that it heads or
            opens.
        heading: Whether it is set as the heading of a section.
        level: Depth of its number or bullet, from 0; None for a paragraph without one.
        cell: Number of its table in the text, of its row there, and of the cell in the row; None outside tables.
        traces: Who changed anything in it, deletions too.
    """

    pieces: tuple[Piece, ...]
    place: Place
    owner: str = ""
    heading: bool = False
    level: int | None = None
    cell: tuple[int, int, int] | None = None
    traces: tuple[Trace, ...] = ()

    @property
    def text(self) -> str:
        """The words, with a mark for each reference, one space between them and none around them."""
        return tidy("".join(piece.text for piece in self.pieces))

    @property
    def seen(self) -> str:
        """The words as the file shows them, with what stands in the place of each number."""
        return tidy("".join(piece.text if piece.shown is None else piece.shown for piece in self.pieces))

    def commented(self, comment: str) -> str:
        """The words that a comment stands on."""
        return tidy("".join(piece.text for piece in self.pieces if comment in piece.comments))

    @property
    def comments(self) -> frozenset[str]:
        """The comments on any part of it."""
        return frozenset().union(*(piece.comments for piece in self.pieces))


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on some words.

    Attributes:
        id: Its id in the file.
        author: Who made it.
        on: When; None where the file does not say.
        text: What it says.
        replies: What was replied, each with who replied.
    """

    id: str
    author: str
    on: date | None
    text: str
    replies: tuple[tuple[str, str], ...] = ()
