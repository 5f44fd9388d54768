"""Figures of so few people that one of them could be recognized, taken out of the tables of results."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leadkit.documents.tree.blocks import ItemList, Table
from leadkit.documents.tree.inline import Emphasis, Text, Value
from leadkit.documents.tree.trace import walk
from leadkit.model.measures.small import SmallFigures
from leadkit.site.observed import Shows, observed
from leadkit.site.words import WORDS

if TYPE_CHECKING:
    from leadkit.documents.tree.blocks import Block, Row
    from leadkit.documents.tree.document import Document, Section
    from leadkit.model.root import Program

_NO_FIGURE = ("", "id", "period")
"""What is printed of an observation and is no figure."""


class SmallCells:
    """Keeps back the rows of figures that are too small, and those that would give them away."""

    def __init__(self, program: Program) -> None:
        self._figures = SmallFigures(program.measures)

    def page(self, document: Document) -> Document:
        """The page without what is too small to be shown."""
        instead = Emphasis((Text(WORDS[document.language]["too_few"]),))
        articles = tuple(
            replace(
                article,
                clauses=tuple(
                    replace(clause, sections=tuple(self._section(each, instead) for each in clause.sections))
                    for clause in article.clauses
                ),
            )
            for article in document.articles
        )
        return replace(document, articles=articles)

    def _section(self, section: Section, instead: Emphasis) -> Section:
        return replace(section, blocks=tuple(self._block(each, instead) for each in section.blocks))

    def _block(self, block: Block, instead: Emphasis) -> Block:
        if isinstance(block, Table):
            return replace(block, rows=tuple(self._row(row, instead) for row in block.rows))
        if isinstance(block, ItemList):  # what is remarked of a figure tells of it
            items = tuple(each for each in block.items if not self._is_small_in(each.content))
            return replace(block, items=items)
        return block

    def _row(self, row: Row, instead: Emphasis) -> Row:
        """A row with one small figure loses them all: the rest would give it away."""
        if not self._is_small_in(row.cells):
            return row
        figures = [any(_figure(each.path) for each in _values(cell)) for cell in row.cells]
        kept = ((instead,) if own else cell for own, cell in zip(figures, row.cells, strict=True))
        return replace(row, cells=tuple(kept))

    def _is_small_in(self, node: object) -> bool:
        return any(self._is_small(each.path) for each in _values(node))

    def _is_small(self, path: str) -> bool:
        shows = _figure(path)
        return shows is not None and self._figures.keeps_back(*shows)


def _figure(path: str) -> Shows | None:
    """What a value shows of a measure, where that is a figure."""
    shows = observed(path)
    return shows if shows and shows.field not in _NO_FIGURE else None


def _values(node: object) -> list[Value]:
    return [each for each in walk(node) if isinstance(each, Value)]
