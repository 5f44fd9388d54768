"""Copies of a tree in which every reference has been replaced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from leadkit.documents.tree.blocks import Block, Box, Item, ItemList, Paragraph, Signature, Table
from leadkit.documents.tree.document import Clause, Document, Section
from leadkit.documents.tree.inline import Changed, Emphasis, Inline, Inlines, Reference, Strong

Resolve = Callable[[Reference], Reference]


def rewrite_references(document: Document, resolve: Resolve) -> Document:
    """Replace each reference, on the cover and in the text, by what ``resolve`` makes of it."""
    opens = tuple(replace(each, place=resolve(each.place)) for each in document.cover.opens)
    articles = tuple(
        replace(article, clauses=tuple(_clause(clause, resolve) for clause in article.clauses))
        for article in document.articles
    )
    return replace(document, cover=replace(document.cover, opens=opens), articles=articles)


def _clause(clause: Clause, resolve: Resolve) -> Clause:
    return replace(clause, sections=tuple(_section(section, resolve) for section in clause.sections))


def _section(section: Section, resolve: Resolve) -> Section:
    blocks = tuple(_block(block, resolve) for block in section.blocks)
    return replace(section, title=_inlines(section.title, resolve), blocks=blocks)


def _block(block: Block, resolve: Resolve) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, content=_inlines(block.content, resolve))
    if isinstance(block, ItemList):
        return replace(block, items=tuple(_item(item, resolve) for item in block.items))
    if isinstance(block, Table):
        rows = tuple(replace(row, cells=tuple(_inlines(cell, resolve) for cell in row.cells)) for row in block.rows)
        header = tuple(_inlines(cell, resolve) for cell in block.header)
        return replace(block, header=header, rows=rows, caption=_inlines(block.caption, resolve))
    if isinstance(block, Box):
        return replace(block, lines=tuple(_inlines(line, resolve) for line in block.lines))
    return _signature(block, resolve)


def _item(item: Item, resolve: Resolve) -> Item:
    blocks = tuple(_block(block, resolve) for block in item.blocks)
    return replace(item, content=_inlines(item.content, resolve), blocks=blocks)


def _signature(block: Signature, resolve: Resolve) -> Signature:
    lines = tuple(replace(line, content=_inlines(line.content, resolve)) for line in block.lines)
    return replace(block, party=_inlines(block.party, resolve), capacity=_inlines(block.capacity, resolve), lines=lines)


def _inlines(inlines: Inlines, resolve: Resolve) -> Inlines:
    return tuple(_inline(inline, resolve) for inline in inlines)


def _inline(inline: Inline, resolve: Resolve) -> Inline:
    if isinstance(inline, Reference):
        return resolve(inline)
    if isinstance(inline, Emphasis | Strong | Changed):
        return replace(inline, content=_inlines(inline.content, resolve))
    return inline
