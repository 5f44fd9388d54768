"""Paragraphs, items, tables, boxes and signature blocks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leadkit.documents.absence import Why
from leadkit.documents.tree.inline import Blank, Emphasis, Inlines, Open, Strong
from leadkit.documents.words import FIRST, words_of


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    content: Inlines
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with what stands below it.

    Attributes:
        content: Its first paragraph.
        blocks: Further paragraphs, lists and boxes below it.
        id: Name by which a reference finds it; empty where none was given.
        number: Its own number, such as ``(b)``; empty in a list of bullets.
        level: Depth, from 0.
        causes: Fields that decide whether or how often it stands here.
    """

    content: Inlines
    blocks: tuple[Block, ...] = ()
    id: str = ""
    number: str = ""
    level: int = 0
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """Items in order; ``bulleted`` items carry no number and cannot be referred to."""

    items: tuple[Item, ...]
    bulleted: bool = False
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[Inlines, ...]
    causes: tuple[str, ...] = ()

    @property
    def is_filled_in(self) -> bool:
        """Whether something is written into it by hand, for which it must be high enough."""
        return any(_has_blank(cell) for cell in self.cells)


def _has_blank(inlines: Inlines) -> bool:
    return any(
        isinstance(each, Blank) or (isinstance(each, Strong | Emphasis) and _has_blank(each.content))
        for each in inlines
    )


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as ``header``."""

    header: tuple[Inlines, ...]
    rows: tuple[Row, ...]
    caption: Inlines = ()
    causes: tuple[str, ...] = ()


class BoxKind(StrEnum):
    """What a box tells the reader."""

    DECISION_NEEDED = "decision_needed"
    NOT_PUBLIC = "not_public"
    NONE = "none"
    NOT_KNOWN = "not_known"
    NOT_IN_FORCE = "not_in_force"


BOX_OF = {
    Why.UNDECIDED: BoxKind.DECISION_NEEDED,
    Why.UNDOCUMENTED: BoxKind.NOT_PUBLIC,
    Why.NONE: BoxKind.NONE,
    Why.NOT_KNOWN_ON_DATE: BoxKind.NOT_KNOWN,
    Why.NOT_IN_FORCE: BoxKind.NOT_IN_FORCE,
}

_WHY_OF = {kind: why for why, kind in BOX_OF.items()}


@dataclass(frozen=True, slots=True)
class Box:
    """A note to the reader of a draft about something that the text cannot say."""

    kind: BoxKind
    lines: tuple[Inlines, ...]
    open: Open | None = None
    causes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The heading of the box."""
        return words_of(self.open.language if self.open else FIRST).boxes[_WHY_OF[self.kind]]


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One labelled line of a signature block; an empty ``content`` is a line to be filled in by hand."""

    label: str
    content: Inlines = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Where one party signs.

    Attributes:
        party: Name of the party.
        capacity: In what capacity it signs, such as ``Advisory member, without a vote``; empty for a party.
        lines: The lines of the block, from top to bottom.
        causes: Fields that decide whether the block stands here.
    """

    party: Inlines
    capacity: Inlines
    lines: tuple[SignatureLine, ...]
    causes: tuple[str, ...] = ()


Block = Paragraph | ItemList | Table | Box | Signature
