"""Two versions of a document as one tree, in which every part says whether both have it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from leadkit.documents.compare import sides
from leadkit.documents.compare.aligning import Side, aligned
from leadkit.documents.compare.sentences import merged as sentence
from leadkit.documents.compare.whole import Whole
from leadkit.documents.tree.blocks import (
    Block,
    Box,
    Figure,
    Item,
    ItemList,
    Paragraph,
    Row,
    Signature,
    SignatureLine,
    Table,
)
from leadkit.documents.tree.change import Change
from leadkit.documents.tree.document import Article, Clause, Document, Layout, Section
from leadkit.documents.tree.inline import Inlines, Text

Part = TypeVar("Part")


def merged(old: Document, new: Document) -> Document:
    """Both versions of a document as one: numbers are those of the new, and of the old where a part was removed.

    The cover is the new one's. A card is laid out as a form: its sides belong to neither version.
    """
    merge = _Merge(Whole(new))
    articles = merge.each(old.articles, new.articles, sides.article_side, merge.article)
    layout = Layout.FORM if new.layout is Layout.CARD else new.layout
    return replace(new, articles=articles, layout=layout, source="", digest="")


class _Merge:
    """Merges the parts of two versions, from the articles down to the words."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole

    def each(
        self,
        old: Sequence[Part],
        new: Sequence[Part],
        side: Callable[[Part], Side[Part]],
        both: Callable[[Part, Part], Part],
    ) -> tuple[Part, ...]:
        """The parts of both in order: one that both have is merged, any other is marked as a whole."""
        pairs = aligned([side(each) for each in old], [side(each) for each in new])
        return tuple(self._one(was, now, both) for was, now in pairs)

    def _one(self, was: Part | None, now: Part | None, both: Callable[[Part, Part], Part]) -> Part:
        if was is not None and now is not None:
            return both(was, now)
        change, alone = (Change.ADDED, now) if was is None else (Change.REMOVED, was)
        assert alone is not None
        return self._whole.marked(alone, change)

    def article(self, old: Article, new: Article) -> Article:
        clauses = self.each(old.clauses, new.clauses, sides.clause_side, self._clause)
        titles = () if old.title == new.title else sentence((Text(old.title),), (Text(new.title),))
        return replace(new, clauses=clauses, titles=titles)

    def _clause(self, old: Clause, new: Clause) -> Clause:
        return replace(new, sections=self.each(old.sections, new.sections, sides.section_side, self._section))

    def _section(self, old: Section, new: Section) -> Section:
        return replace(new, title=sentence(old.title, new.title), blocks=self._blocks(old.blocks, new.blocks))

    def _blocks(self, old: Sequence[Block], new: Sequence[Block]) -> tuple[Block, ...]:
        return self.each(old, new, sides.block_side, self._block)

    def _block(self, old: Block, new: Block) -> Block:
        if isinstance(old, Paragraph) and isinstance(new, Paragraph):
            return replace(new, content=sentence(old.content, new.content))
        if isinstance(old, ItemList) and isinstance(new, ItemList):
            return replace(new, items=self.each(old.items, new.items, sides.item_side, self._item))
        if isinstance(old, Table) and isinstance(new, Table):
            return self._table(old, new)
        if isinstance(old, Box) and isinstance(new, Box):
            return replace(new, lines=self.each(old.lines, new.lines, sides.line_side, sentence))
        if isinstance(new, Figure):
            return new
        assert isinstance(old, Signature)
        assert isinstance(new, Signature)
        return self._signature(old, new)

    def _item(self, old: Item, new: Item) -> Item:
        blocks = self._blocks(old.blocks, new.blocks)
        return replace(new, content=sentence(old.content, new.content), blocks=blocks)

    def _table(self, old: Table, new: Table) -> Table:
        rows = self.each(old.rows, new.rows, sides.row_side, _row)
        header, caption = _cells(old.header, new.header), sentence(old.caption, new.caption)
        return replace(new, header=header, rows=rows, caption=caption)

    def _signature(self, old: Signature, new: Signature) -> Signature:
        lines = self.each(old.lines, new.lines, sides.signature_line_side, _signature_line)
        party, capacity = sentence(old.party, new.party), sentence(old.capacity, new.capacity)
        return replace(new, party=party, capacity=capacity, lines=lines)


def _row(old: Row, new: Row) -> Row:
    return replace(new, cells=_cells(old.cells, new.cells))


def _cells(old: tuple[Inlines, ...], new: tuple[Inlines, ...]) -> tuple[Inlines, ...]:
    return tuple(sentence(was, now) for was, now in zip(old, new, strict=True))


def _signature_line(old: SignatureLine, new: SignatureLine) -> SignatureLine:
    return replace(new, content=sentence(old.content, new.content))
