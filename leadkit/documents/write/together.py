"""What stays together on a page or a line: a lead with what follows it, a small form, a box with its words."""

from __future__ import annotations

from dataclasses import replace

from leadkit.documents.tree.blocks import Block, Figure, ItemList, Paragraph, Table
from leadkit.documents.tree.inline import Inline, Inlines, Text, Tick

_WHOLE = 8
"""Up to so many rows, a table that is filled in by hand stands on one page."""


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
