"""What stays together on a page or a line: a lead with what follows it, a small form, a box with its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from leadkit.documents.tree.blocks import Block, Figure, ItemList, Paragraph, Table
from leadkit.documents.tree.document import ArticleKind, Section
from leadkit.documents.tree.inline import Inline, Inlines, Text, Tick
from leadkit.documents.tree.plain import inline_text

_WHOLE = 8
"""Up to so many rows, a table that is filled in by hand stands on one page."""
_MOST_LINES = 12
"""About a quarter of a page: a longer part may break, or it would leave too much of a page empty."""
_LINE = 95
"""How many letters a line of text holds, more or less."""


def leads(blocks: tuple[Block, ...]) -> list[bool]:
    """Which of the blocks say what follows them, and stay on one page with its beginning."""
    return [
        isinstance(block, Paragraph) and isinstance(follows, Table | ItemList | Figure)
        for block, follows in zip(blocks, (*blocks, None)[1:], strict=True)
    ]


def is_whole(table: Table) -> bool:
    """Whether a table is kept on one page: a small form is filled in at one place."""
    return len(table.rows) <= _WHOLE and any(row.is_filled_in for row in table.rows)


def ticked(inlines: Inlines) -> Inlines:
    """A sentence in which each box to tick stays on one line with the first of its words."""
    return tuple(_after(last, each) for last, each in zip((None, *inlines), inlines, strict=False))


def _after(last: Inline | None, words: Inline) -> Inline:
    if isinstance(last, Tick) and isinstance(words, Text) and words.text.startswith(" "):
        return replace(words, text=f"\N{NO-BREAK SPACE}{words.text[1:]}")
    return words


def is_kept_together(section: Section, kind: ArticleKind) -> bool:
    """Whether a section of an article stands on one page: a short one with a title, in a text without numbers."""
    if kind is not ArticleKind.PLAIN or not section.title:
        return False
    if not all(isinstance(block, Paragraph | ItemList) for block in section.blocks):
        return False
    return sum(len(inline_text(each)) // _LINE + 1 for each in _texts(section.blocks)) <= _MOST_LINES


def _texts(blocks: tuple[Block, ...]) -> Iterator[Inlines]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.content
        elif isinstance(block, ItemList):
            for item in block.items:
                yield item.content
                yield from _texts(item.blocks)
