"""Copies of a tree in which something has been replaced: references, signature blocks, or what a caller changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from leadkit.documents.tree.blocks import Block, Box, Figure, Item, ItemList, Paragraph, Signature, Table
from leadkit.documents.tree.document import Clause, Document, Section
from leadkit.documents.tree.inline import Changed, Emphasis, Inline, Inlines, Reference, Strong
from leadkit.documents.tree.trace import parts_of

Resolve = Callable[[Reference], Reference]
Nodes = tuple[object, ...]
_Node = TypeVar("_Node")


def with_changed(node: _Node, change: Callable[[Nodes], Nodes]) -> _Node:
    """Replace each tuple in a node; a node in which nothing changes is itself, and no copy."""
    changed: dict[str, object] = {}
    for name in parts_of(type(node)) or ():
        part = getattr(node, name)
        if isinstance(part, tuple) and part and (new := change(part)) is not part:
            changed[name] = new
    return replace(node, **changed) if changed else node  # type: ignore[type-var]


def as_before(before: Nodes, after: Nodes) -> Nodes:
    """What a tuple became; the tuple itself where nothing in it changed."""
    same = len(before) == len(after) and all(one is other for one, other in zip(before, after, strict=True))
    return before if same else after


def rewrite_references(document: Document, resolve: Resolve) -> Document:
    """Replace each reference, on the cover and in the text, by what ``resolve`` makes of it."""
    opens = tuple(replace(each, place=resolve(each.place)) for each in document.cover.opens)
    articles = tuple(
        replace(article, clauses=tuple(_clause(clause, resolve) for clause in article.clauses))
        for article in document.articles
    )
    return replace(document, cover=replace(document.cover, opens=opens), articles=articles)


def rewrite_signatures(document: Document, change: Callable[[Signature], Signature]) -> Document:
    """Replace each signature block by what ``change`` makes of it, in the order of the text."""
    articles = tuple(
        replace(article, clauses=tuple(_signing_clause(clause, change) for clause in article.clauses))
        for article in document.articles
    )
    return replace(document, articles=articles)


def _signing_clause(clause: Clause, change: Callable[[Signature], Signature]) -> Clause:
    sections = tuple(replace(each, blocks=_signing(each.blocks, change)) for each in clause.sections)
    return replace(clause, sections=sections)


def _signing(blocks: tuple[Block, ...], change: Callable[[Signature], Signature]) -> tuple[Block, ...]:
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Signature):
            done.append(change(block))
        elif isinstance(block, ItemList):
            items = tuple(replace(item, blocks=_signing(item.blocks, change)) for item in block.items)
            done.append(replace(block, items=items))
        else:
            done.append(block)
    return tuple(done)


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
    if isinstance(block, Figure):
        return replace(block, caption=_inlines(block.caption, resolve))
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
