"""What each part of a text is known by in the other version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from leadkit.documents.compare.aligning import Side
from leadkit.documents.compare.sentences import words
from leadkit.documents.compare.words import said, said_by_block, said_by_cells, said_by_item
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
from leadkit.documents.tree.document import Article, Clause, Section
from leadkit.documents.tree.inline import Inlines
from leadkit.documents.tree.plain import block_lines

_ITEM_BY_ITEM = "item by item"
"""The id of a list or a table: two are always compared by their items or rows, whatever is left of them."""


def article_side(article: Article) -> Side[Article]:
    """An article is known by its id; one that is numbered otherwise is another."""
    return Side(article, said=None, kind=article.kind, id=article.id)


def clause_side(clause: Clause) -> Side[Clause]:
    """A clause is known by its id."""
    return Side(clause, said=None, id=clause.id)


def section_side(section: Section) -> Side[Section]:
    """A section is known by its id, and whether it has a heading."""
    return Side(section, said=None, kind=bool(section.title), id=section.id)


def block_side(block: Block) -> Side[Block]:
    """A block is known by what kind it is and by its words."""
    said_ = said_by_block(block)
    if isinstance(block, Signature):
        return Side(block, said_, ("signature", bool(block.capacity)), words=words(block.party))
    if isinstance(block, Figure):  # a picture is drawn anew as a whole
        return Side(block, said_, ("figure", said_))
    spoken = _counted(block_lines((block,)))
    if isinstance(block, ItemList):
        return Side(block, said_, ("list", block.bulleted), _ITEM_BY_ITEM, spoken)
    if isinstance(block, Table):
        return Side(block, said_, ("table", len(block.header), bool(block.caption)), _ITEM_BY_ITEM, spoken)
    return Side(block, said_, ("box", block.kind) if isinstance(block, Box) else Paragraph, words=spoken)


def item_side(item: Item) -> Side[Item]:
    """An item is known by its id, or else by its words."""
    return Side(item, said_by_item(item), id=item.id, words=_counted((item.content, *block_lines(item.blocks))))


def row_side(row: Row) -> Side[Row]:
    """A row is known by its words."""
    return Side(row, said_by_cells(row.cells), words=_counted(row.cells))


def line_side(line: Inlines) -> Side[Inlines]:
    """A line of a box is known by its words."""
    return Side(line, said(line), words=words(line))


def signature_line_side(line: SignatureLine) -> Side[SignatureLine]:
    """A line of a signature block is known by its label, and whether it is filled in by hand."""
    return Side(line, said=None, kind=(bool(line.content), line.writes), id=line.label)


def _counted(lines: Iterable[Inlines]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for line in lines:
        counted.update(words(line))
    return counted
