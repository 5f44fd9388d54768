"""Figures of so few people that one of them could be recognized, taken out of the tables of results."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leadkit.documents.tree.blocks import ItemList, Table
from leadkit.documents.tree.inline import Emphasis, Text, Value
from leadkit.documents.tree.trace import walk
from leadkit.model.measures.indicators import IndicatorKind
from leadkit.site.words import WORDS
from leadkit.values.figures import Figure, FigureUnit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leadkit.documents.tree.blocks import Block, Row
    from leadkit.documents.tree.document import Document, Section
    from leadkit.model.measures.indicators import Indicator, Observation
    from leadkit.model.measures.reports import Report
    from leadkit.model.root import Program

_BEFORE = "measures.indicators."
_NO_FIGURE = ("", "id", "period")
"""What is printed of an observation and is no figure."""


class SmallCells:
    """Keeps rows back by the sizes that the program's public reports name.

    A measure that is in no public report has the largest size that any of them names.
    """

    def __init__(self, program: Program) -> None:
        self._program = program
        reports = program.measures.reports.values() if program.measures else ()
        self._public = [each for each in reports if each.public is True and each.suppress_below]

    def page(self, document: Document) -> Document:
        """The page without what is too small to be shown."""
        if not self._public:
            return document
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
        figures = [any(self._of(each.path) for each in _values(cell)) for cell in row.cells]
        kept = ((instead,) if own else cell for own, cell in zip(figures, row.cells, strict=True))
        return replace(row, cells=tuple(kept))

    def _is_small_in(self, node: object) -> bool:
        return any(self._is_small(each.path) for each in _values(node))

    def _of(self, path: str) -> tuple[str, Observation, str] | None:
        """The measure, the observation and the field that a value shows; None for one that is no figure."""
        measure, _, rest = path.removeprefix(_BEFORE).partition(".observations.")
        when, _, field = rest.partition(".")
        if not path.startswith(_BEFORE) or field in _NO_FIGURE or self._program.measures is None:
            return None
        found = self._program.measures.indicators[measure].observations.get(when)
        return (measure, found, field) if found else None

    def _is_small(self, path: str) -> bool:
        told = self._of(path)
        if told is None:
            return False
        measure, seen, field = told
        counted = self._measure(measure).kind in (IndicatorKind.COUNT, None)
        if field.startswith("breakdown."):
            groups = {str(kind): found for kind, found in seen.breakdown.items()}
            counts = _counts(groups.get(field.split(".")[1], {}).values()) if counted else []
        else:
            value = [seen.value] if counted and seen.value else []
            counts = [*_counts(value), *_given(seen.numerator, seen.denominator), *self._rest(measure, seen)]
        return any(0 < each < self._below(measure) for each in counts)

    def _measure(self, measure: str) -> Indicator:
        assert self._program.measures is not None
        return self._program.measures.indicators[measure]

    def _reports(self, measure: str) -> list[Report]:
        return [each for each in self._public if measure in each.indicators] or self._public

    def _below(self, measure: str) -> int:
        return max(int(each.suppress_below or 0) for each in self._reports(measure))

    def _rest(self, measure: str, seen: Observation) -> list[int]:
        """Those who were not counted, where a report keeps back what can be worked out."""
        wanted = any(each.suppress_complements is True for each in self._reports(measure))
        if not wanted or seen.numerator is None or seen.denominator is None:
            return []
        return [int(seen.denominator) - int(seen.numerator)]


def _given(*counts: int | None) -> list[int]:
    return [int(each) for each in counts if each is not None]


def _counts(figures: Iterable[Figure]) -> list[int]:
    """Those of some figures that count; a share, a sum of money or a time is no count of people."""
    return [int(each.value) for each in figures if each.unit is FigureUnit.NUMBER]


def _values(node: object) -> list[Value]:
    return [each for each in walk(node) if isinstance(each, Value)]
