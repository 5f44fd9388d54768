"""The lines of a clause as a reader of the Word file meets them, with the places of its values and references.

Beside the words of the clause they hold what its blocks print themselves: the title of a box, the label of a line to
sign. The number of a reference is no word: it changes with every clause that is added before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from leadkit.documents.tree.blocks import Block, Box, Figure, ItemList, Paragraph, Signature, Table
from leadkit.documents.tree.document import Clause
from leadkit.documents.tree.inline import Changed, Emphasis, Gap, Inlines, Leaf, Reference, Strong, Text, Value
from leadkit.documents.tree.plain import inline_text


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line.

    Attributes:
        content: What it holds.
        place: The path of blocks that leads to it, from the section to the item or cell; two lines of one block share
            all but the last step.
    """

    content: Inlines
    place: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A value, a gap or the number of a reference in the lines of a clause, in characters from 0."""

    start: int
    end: int
    node: Value | Gap | Reference


def shown_lines(clause: Clause) -> Iterator[ShownLine]:
    """Every line of a clause, in reading order; the blank lines to sign have their labels."""
    for section in clause.sections:
        if section.title:
            yield ShownLine(section.title, (section,))
        yield from _lines(section.blocks, (section,))


def shown_text(clause: Clause) -> tuple[str, tuple[ShownPart, ...]]:
    """The lines of a clause as one text, and what in it came from the program."""
    lines: list[str] = []
    parts: list[ShownPart] = []
    start = 0
    for line in shown_lines(clause):
        parts += parts_of(line.content, start)
        lines.append(inline_text(line.content))
        start += len(lines[-1]) + 1
    return "\n".join(lines), tuple(parts)


def parts_of(content: Inlines, start: int = 0) -> Iterator[ShownPart]:
    """What in a line came from the program, where the line begins at a character."""
    for node in atoms(content):
        end = start + len(node.text)
        if isinstance(node, Value | Gap):
            yield ShownPart(start, end, node)
        elif isinstance(node, Reference) and node.number:
            yield ShownPart(end - len(node.number), end, node)
        start = end


def atoms(content: Inlines) -> Iterator[Leaf]:
    """The parts of a line without those that only set others in bold or italics."""
    for node in content:
        if isinstance(node, Emphasis | Strong | Changed):
            yield from atoms(node.content)
        else:
            yield node


def _lines(blocks: tuple[Block, ...], place: tuple[object, ...]) -> Iterator[ShownLine]:
    for block in blocks:
        here = (*place, block)
        if isinstance(block, Paragraph):
            yield ShownLine(block.content, here)
        elif isinstance(block, ItemList):
            for item in block.items:
                yield ShownLine(item.content, (*here, item))
                yield from _lines(item.blocks, (*here, item))
        elif isinstance(block, Table):
            if block.caption:
                yield ShownLine(block.caption, here)
            for row in (block.header, *(row.cells for row in block.rows)):
                yield from (ShownLine(cell, (*here, row)) for cell in row)
        elif isinstance(block, Box):
            yield ShownLine((Text(block.title),), here)
            yield from (ShownLine(line, here) for line in block.lines)
        elif isinstance(block, Figure):
            yield ShownLine(block.caption, here)
        else:
            yield from _signature(block, here)


def _signature(block: Signature, place: tuple[object, ...]) -> Iterator[ShownLine]:
    yield ShownLine(block.party, place)
    if block.capacity:
        yield ShownLine(block.capacity, place)
    for line in block.lines:
        label = f"{line.label}: " if line.content else f"{line.label}:"
        yield ShownLine((Text(label), *line.content), place)
