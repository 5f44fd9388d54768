"""A part that one version alone has, marked with everything in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar, cast

from leadkit.documents.tree.blocks import Block, Item, ItemList, Signature, Table
from leadkit.documents.tree.change import Change
from leadkit.documents.tree.document import Article, Clause, Document, Section
from leadkit.documents.tree.inline import Changed
from leadkit.documents.tree.trace import walk

Part = TypeVar("Part")


class Whole:
    """Marks parts that are in one version alone.

    A removed part whose id the new text has elsewhere is renamed: a reference finds the one place that stays.
    """

    def __init__(self, new: Document) -> None:
        parts = (node for node in walk(new.articles) if isinstance(node, Article | Clause | Section | Item))
        self._taken = {(type(node), node.id) for node in parts if node.id}

    def marked(self, part: Part, change: Change) -> Part:
        """The part with its change, down to each item and row."""
        if isinstance(part, tuple):  # a line of a box, which has no mark of its own
            return cast("Part", (Changed(part, change),))
        if isinstance(part, Article):
            clauses = tuple(self.marked(each, change) for each in part.clauses)
            return cast("Part", replace(part, id=self._id(part, change), change=change, clauses=clauses))
        if isinstance(part, Clause):
            sections = tuple(self.marked(each, change) for each in part.sections)
            return cast("Part", replace(part, id=self._id(part, change), sections=sections))
        if isinstance(part, Section):
            blocks = self._blocks(part.blocks, change)
            return cast("Part", replace(part, id=self._id(part, change), change=change, blocks=blocks))
        if isinstance(part, Item):
            blocks = self._blocks(part.blocks, change)
            return cast("Part", replace(part, id=self._id(part, change), change=change, blocks=blocks))
        return cast("Part", self._block(cast("Block", part), change))

    def _blocks(self, blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
        return tuple(self._block(each, change) for each in blocks)

    def _block(self, block: Block, change: Change) -> Block:
        if isinstance(block, ItemList):
            return replace(block, items=tuple(self.marked(each, change) for each in block.items))
        if isinstance(block, Table):
            return replace(block, change=change, rows=tuple(replace(each, change=change) for each in block.rows))
        if isinstance(block, Signature):
            return replace(block, change=change, lines=tuple(replace(each, change=change) for each in block.lines))
        return replace(block, change=change)

    def _id(self, part: Article | Clause | Section | Item, change: Change) -> str:
        renamed = change is Change.REMOVED and (type(part), part.id) in self._taken
        return f"was:{part.id}" if renamed else part.id
