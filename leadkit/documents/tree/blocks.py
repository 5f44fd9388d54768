"""Paragraphs, items, tables, boxes and signature blocks.

Each has a ``change``, which is other than kept only where a tree holds two versions of a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from leadkit.documents.absence import Why
from leadkit.documents.tree.change import Change
from leadkit.documents.tree.inline import SIGNED, Blank, Changed, Emphasis, Inlines, Open, Strong, Text, Writes


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    content: Inlines
    causes: tuple[str, ...] = ()
    change: Change = Change.KEPT


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
        change: Whether it stands in both versions of a text.
    """

    content: Inlines
    blocks: tuple[Block, ...] = ()
    id: str = ""
    number: str = ""
    level: int = 0
    causes: tuple[str, ...] = ()
    change: Change = Change.KEPT


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
    change: Change = Change.KEPT

    @property
    def is_filled_in(self) -> bool:
        """Whether something is written into it by hand, for which it must be high enough."""
        return any(self.blanks)

    @property
    def blanks(self) -> tuple[bool, ...]:
        """Which of its cells hold a line to write on."""
        return tuple(any(True for _ in _blanks(cell)) for cell in self.cells)

    @property
    def writes(self) -> Writes | None:
        """What is written into it by whoever signs; None where nobody does."""
        return next((each.writes for cell in self.cells for each in _blanks(cell) if each.writes), None)


def _blanks(inlines: Inlines) -> Iterator[Blank]:
    for each in inlines:
        if isinstance(each, Blank):
            yield each
        elif isinstance(each, Strong | Emphasis | Changed):
            yield from _blanks(each.content)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as ``header``."""

    header: tuple[Inlines, ...]
    rows: tuple[Row, ...]
    caption: Inlines = ()
    causes: tuple[str, ...] = ()
    change: Change = Change.KEPT


class BoxKind(StrEnum):
    """What a box tells the reader."""

    DECISION_NEEDED = "decision_needed"
    NOT_PUBLIC = "not_public"
    NONE = "none"
    NOT_KNOWN = "not_known"
    NOT_IN_FORCE = "not_in_force"
    COUNSEL = "counsel"


BOX_OF = {
    Why.UNDECIDED: BoxKind.DECISION_NEEDED,
    Why.UNDOCUMENTED: BoxKind.NOT_PUBLIC,
    Why.NONE: BoxKind.NONE,
    Why.NOT_KNOWN_ON_DATE: BoxKind.NOT_KNOWN,
    Why.NOT_IN_FORCE: BoxKind.NOT_IN_FORCE,
}

BOX_TITLE = {
    BoxKind.DECISION_NEEDED: "Decision needed",
    BoxKind.NOT_PUBLIC: "Not in the public sources",
    BoxKind.NONE: "None",
    BoxKind.NOT_KNOWN: "Not known on that date",
    BoxKind.NOT_IN_FORCE: "Not in force on that date",
    BoxKind.COUNSEL: "Note for counsel",
}


@dataclass(frozen=True, slots=True)
class Box:
    """A note to the reader about something that the text itself does not say."""

    kind: BoxKind
    lines: tuple[Inlines, ...]
    open: Open | None = None
    causes: tuple[str, ...] = ()
    change: Change = Change.KEPT

    @property
    def title(self) -> str:
        """The heading of the box."""
        return BOX_TITLE[self.kind]


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One labelled line of a signature block; an empty ``content`` is a line to be filled in by hand.

    Attributes:
        label: What stands before it. That of a line to sign is found once in the document, and in no other line.
        content: What is filled in already.
        writes: What is written on it.
    """

    label: str
    content: Inlines = ()
    writes: Writes | None = None
    change: Change = Change.KEPT

    @property
    def is_signed(self) -> bool:
        """Whether somebody puts their name to it, and needs the room to do so."""
        return self.writes in SIGNED


@dataclass(frozen=True, slots=True)
class Signature:
    """Where one party signs.

    Attributes:
        party: Name of the party.
        capacity: In what capacity it signs, such as ``Advisory member, without a vote``; empty for a party.
        lines: The lines of the block, from top to bottom.
        causes: Fields that decide whether the block stands here.
        change: Whether it stands in both versions of a text.
    """

    party: Inlines
    capacity: Inlines
    lines: tuple[SignatureLine, ...]
    causes: tuple[str, ...] = ()
    change: Change = Change.KEPT


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow of a figure, from a box on its left to a box on its right, both by their place in their column."""

    sender: int
    recipient: int
    label: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of who passes something to whom: senders on the left, recipients on the right, arrows between them.

    Attributes:
        senders: The boxes on the left, each with the names in it.
        recipients: The boxes on the right; whoever does both stands in both columns.
        arrows: The arrows, at most one between two boxes; each is for every name in them.
        caption: What the picture shows.
        causes: Fields that decide what stands in it.
        change: Whether it stands in both versions of a text.
    """

    senders: tuple[tuple[Inlines, ...], ...]
    recipients: tuple[tuple[Inlines, ...], ...]
    arrows: tuple[Arrow, ...]
    caption: Inlines
    causes: tuple[str, ...] = ()
    change: Change = Change.KEPT

    @property
    def lines(self) -> tuple[Inlines, ...]:
        """The same in words, one line for each arrow: what stands for the picture where none is seen."""
        return tuple(self._line(each) for each in self.arrows)

    def _line(self, arrow: Arrow) -> Inlines:
        sender, recipient = _listed(self.senders[arrow.sender]), _listed(self.recipients[arrow.recipient])
        return (Text("From "), *sender, Text(" to "), *recipient, Text(f": {arrow.label}"))


def _listed(names: tuple[Inlines, ...]) -> Inlines:
    """The names in a box, one after the other."""
    between = [Text(""), *[Text(", ")] * (len(names) - 2), Text(", and " if len(names) > 2 else " and ")]
    return tuple(part for before, name in zip(between, names, strict=False) for part in (before, *name))


Block = Paragraph | ItemList | Table | Box | Signature | Figure
