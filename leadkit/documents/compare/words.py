"""What a part of a document says, without its numbers and without where its words came from.

Two parts with the same words are the same to the parties, whichever field or clause file printed them, and whatever
number they have.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from leadkit.documents.tree.blocks import Block, Box, Figure, Item, ItemList, Paragraph, Table
from leadkit.documents.tree.document import Clause, Section
from leadkit.documents.tree.inline import Changed, Emphasis, Gap, Inlines, Leaf, Reference, Strong, Tick

Styles = tuple[type, ...]
"""Italics and bold around a part of a sentence, from the outside."""


def said(inlines: Inlines) -> Hashable:
    """The words of a sentence with their look; a reference is what it points at, not the number that it has."""
    parts: list[tuple[Hashable, str]] = []
    for inline, styles in flat(inlines):
        pointed = (inline.target, inline.label) if isinstance(inline, Reference) else None
        look, text = (styles, pointed, isinstance(inline, Gap | Tick)), "" if pointed else inline.text
        if parts and parts[-1][0] == look and pointed is None:
            parts[-1] = (look, parts[-1][1] + text)
        else:
            parts.append((look, text))
    return tuple(parts)


def flat(inlines: Inlines, styles: Styles = ()) -> Iterator[tuple[Leaf, Styles]]:
    """Every part of a sentence that holds no other, with the styles around it."""
    for inline in inlines:
        if isinstance(inline, Emphasis | Strong | Changed):
            yield from flat(inline.content, (*styles, type(inline)))
        else:
            yield inline, styles


def said_by_clause(clause: Clause) -> Hashable:
    """The words of a clause."""
    return tuple((section.id, said_by_section(section)) for section in clause.sections)


def said_by_section(section: Section) -> Hashable:
    """The words of a section with its heading."""
    return said(section.title), tuple(said_by_block(block) for block in section.blocks)


def said_by_block(block: Block) -> Hashable:
    """The words of a block."""
    if isinstance(block, Paragraph):
        return "paragraph", said(block.content)
    if isinstance(block, ItemList):
        return "list", block.bulleted, tuple(said_by_item(item) for item in block.items)
    if isinstance(block, Table):
        rows = (block.header, *(row.cells for row in block.rows))
        return "table", said(block.caption), tuple(said_by_cells(cells) for cells in rows)
    if isinstance(block, Box):
        return "box", block.kind, tuple(said(line) for line in block.lines)
    if isinstance(block, Figure):
        return "figure", said(block.caption), tuple(said(line) for line in block.lines)
    lines = tuple((line.label, said(line.content)) for line in block.lines)
    return "signature", said(block.party), said(block.capacity), lines


def said_by_item(item: Item) -> Hashable:
    """The words of an item and of what stands below it."""
    return said(item.content), tuple(said_by_block(block) for block in item.blocks)


def said_by_cells(cells: tuple[Inlines, ...]) -> Hashable:
    """The words of a row."""
    return tuple(said(cell) for cell in cells)
