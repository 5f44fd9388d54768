"""What stays together on one page: a short part of a form, such as one that somebody puts their initials to."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.documents.tree.blocks import Block, ItemList, Paragraph
from leadkit.documents.tree.document import ArticleKind, Section
from leadkit.documents.tree.inline import Inlines
from leadkit.documents.tree.plain import inline_text

_MOST_LINES = 12
"""About a quarter of a page: a longer part may break, or it would leave too much of a page empty."""
_LINE = 95
"""How many letters a line of text holds, more or less."""


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
