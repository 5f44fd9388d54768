"""Bars for the figures of a measure that can be compared, drawn from the table of the page itself.

What the page keeps back is in no cell, and so in no picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.documents.tree.blocks import Table
from leadkit.documents.tree.inline import Value
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.tree.trace import walk
from leadkit.site.drawn.picture import WIDTH, Picture, svg, text
from leadkit.site.observed import observed
from leadkit.site.words import WORDS
from leadkit.values.figures import FigureUnit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from leadkit.documents.tree.blocks import Row
    from leadkit.documents.tree.document import Document, Section
    from leadkit.model.measures.indicators import Observation
    from leadkit.model.root import Program

BAR = "#1f5a6b"
"""The color of a bar; on a dark screen it is another."""
_HEIGHT, _STEP, _RIGHT = 24, 38, 120
_LETTER = 8
"""How wide a letter is at most, more or less."""
_WHEN, _SPAN, _FIGURE, _COUNTED, _OUT_OF = range(5)
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class _Bar:
    """A figure that can be compared with the others: of the same unit, over the same kind of time."""

    when: str
    alike: tuple[str, FigureUnit]
    value: Decimal
    label: str


def charts(document: Document, program: Program) -> Iterator[Picture]:
    """The chart of each measure of which two or more figures can be compared."""
    for article in document.articles:
        for clause in article.clauses:
            for section in clause.sections:
                yield from _chart(section, program, document.language)


def _chart(section: Section, program: Program, language: str) -> Iterator[Picture]:
    for place, block in enumerate(section.blocks):
        bars = _comparable([*_bars(block.rows, program)]) if isinstance(block, Table) else []
        if len(bars) > 1:
            told = "; ".join(f"{bar.when}: {bar.label}" for bar in bars)
            name = WORDS[language]["chart"].format(inline_text(section.title))
            yield Picture(section.id, place, _drawn(bars, name, told), f"{name}. {told}.")
            return


def _bars(rows: Sequence[Row], program: Program) -> Iterator[_Bar]:
    for row in rows:
        if len(row.cells) <= _OUT_OF:
            return
        figure = _observed([each for each in walk(row.cells[_FIGURE]) if isinstance(each, Value)], program)
        if figure is None or figure.value is None:
            continue
        cells = [inline_text(cell).strip() for cell in row.cells]
        yield _Bar(cells[_WHEN], (cells[_SPAN], figure.value.unit), figure.value.value, _label(cells, figure))


def _label(cells: list[str], figure: Observation) -> str:
    """The figure with its two counts, as far as both are printed."""
    counts = figure.numerator is not None and figure.denominator is not None
    return f"{cells[_FIGURE]} ({cells[_COUNTED]}/{cells[_OUT_OF]})" if counts else cells[_FIGURE]


def _observed(values: list[Value], program: Program) -> Observation | None:
    """The observation whose figure stands in a cell."""
    for value in values:
        shows = observed(value.path)
        if shows and shows.field == "value" and program.measures:
            return program.measures.indicators[shows.measure].observations[shows.when]
    return None


def _comparable(bars: list[_Bar]) -> list[_Bar]:
    """The largest group of figures that can be compared; none where one is below zero."""
    groups: dict[tuple[str, FigureUnit], list[_Bar]] = {}
    for bar in bars:
        groups.setdefault(bar.alike, []).append(bar)
    found = max(groups.values(), key=len, default=[])
    return found if all(bar.value >= 0 for bar in found) else []


def _drawn(bars: Sequence[_Bar], name: str, told: str) -> str:
    shares = bars[0].alike[1] is FigureUnit.PERCENT
    whole = max([bar.value for bar in bars] + ([_HUNDRED] if shares else [])) or 1
    return svg(_parts(bars, float(whole)), _STEP * len(bars) + 8, name, told)


def _parts(bars: Sequence[_Bar], whole: float) -> Iterator[str]:
    """Each bar begins at zero; its figure stands after it, so that no colour tells anything."""
    left = max(len(bar.when) for bar in bars) * _LETTER + 16
    room = WIDTH - left - _RIGHT
    for place, bar in enumerate(bars):
        top = 8 + place * _STEP
        width = max(room * float(bar.value) / whole, 1)
        yield text(left - 8, top + _HEIGHT / 2 + 5, bar.when, anchor="end")
        yield f'<rect x="{left}" y="{top}" width="{width:.1f}" height="{_HEIGHT}" fill="{BAR}"/>'
        yield text(left + width + 6, top + _HEIGHT / 2 + 5, bar.label, bold=True)
    yield f'<path d="M{left} 2V{_STEP * len(bars) + 2}" stroke="#1a1a1a"/>'
