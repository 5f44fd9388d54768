"""Either version out of a tree that holds both: what a reader has who accepts or rejects every change."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any

from leadkit.documents.compare.words import said
from leadkit.documents.tree.blocks import Block, Box, Figure, ItemList, Paragraph, Signature, Table
from leadkit.documents.tree.change import Change
from leadkit.documents.tree.document import Document
from leadkit.documents.tree.inline import Changed, Inlines, Reference

Lines = Iterator[tuple[Hashable, ...]]


class Version:
    """One version of a tree: all of it but what was added, or but what was removed."""

    def __init__(self, dropped: Change | None = None) -> None:
        self._dropped = dropped

    def lines(self, document: Document) -> Lines:
        """Every heading, paragraph, item, row and line with what it is, in order."""
        for article in self._there(document.articles):
            yield "article", article.kind, self._said(article.heading)
            for clause in article.clauses:
                for section in self._there(clause.sections):
                    yield "section", self._said(section.title)
                    yield from self._blocks(section.blocks)

    def _there(self, parts: tuple[Any, ...]) -> list[Any]:
        return [each for each in parts if each.change is not self._dropped]

    def _said(self, inlines: Inlines) -> Hashable:
        kept: list[Any] = []
        for each in inlines:
            if not isinstance(each, Changed):
                kept.append(each)
            elif each.change is not self._dropped:
                kept += each.content
        return said(tuple(kept)), tuple(each.number for each in kept if isinstance(each, Reference))

    def _blocks(self, blocks: tuple[Block, ...]) -> Lines:
        for block in blocks:
            if isinstance(block, ItemList):
                for item in self._there(block.items):
                    yield "item", block.bulleted, item.level, self._said(item.content)
                    yield from self._blocks(item.blocks)
            elif block.change is not self._dropped:
                yield from self._block(block)

    def _block(self, block: Block) -> Lines:
        if isinstance(block, Paragraph):
            yield "paragraph", self._said(block.content)
        elif isinstance(block, Table):
            yield "table", self._said(block.caption), *map(self._said, block.header)
            for row in self._there(block.rows):
                yield "row", *map(self._said, row.cells)
        elif isinstance(block, Box):
            yield "box", block.kind, *filter(lambda line: line != ((), ()), map(self._said, block.lines))
        elif isinstance(block, Figure):
            yield "figure", self._said(block.caption)
        elif isinstance(block, Signature):
            yield "signature", self._said(block.party), self._said(block.capacity)
            for line in self._there(block.lines):
                yield "line", line.label, self._said(line.content)


def is_faithful(old: Document, new: Document, both: Document) -> bool:
    """Whether either version can be had whole out of a tree that holds both."""
    return (
        list(Version(Change.ADDED).lines(both)) == list(Version().lines(old))
        and list(Version(Change.REMOVED).lines(both)) == list(Version().lines(new))
    )  # fmt: skip
