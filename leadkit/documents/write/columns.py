"""How wide the columns of a table are, the same on every page, and where a cell to write in has its line."""

from __future__ import annotations

from leadkit.documents.tree.blocks import Row, Table
from leadkit.documents.tree.plain import inline_text

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 12240, 15840, 1440
"""US Letter with one-inch margins, in twentieths of a point."""

TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN

CARD_MARGIN, CARD_GUTTER = 720, 360
"""The margins of a card, and the space between its two columns."""

SHEET_MARGIN = 1080
"""The margins of a sheet."""

WIDE = 5
"""From so many columns on, a table begins at the margin and is set in smaller letters."""

_WIDEST = 160
_CHARACTER, _PADDING = 100, 220
"""The width of a letter of a table and of the space beside a column's text, in twentieths of a point."""


def column_widths(table: Table, width: int) -> list[int]:
    """Give each column room for its longest word, and share the rest by the longest text of each.

    Without the first, a word of a short column breaks in the middle; without the second, long texts run down the page.

    Args:
        table: The table.
        width: What the columns share, in twentieths of a point.
    """
    columns = list(zip(table.header, *(row.cells for row in table.rows), strict=True))
    texts = [[inline_text(cell) for cell in column] for column in columns]
    words = [max(len(word) for text in column for word in ["", *text.split()]) for column in texts]
    weights = [min(max(len(text) for text in column), _WIDEST) + 1 for column in texts]
    needed = [word * _CHARACTER + _PADDING for word in words]
    if sum(needed) > width:
        needed = [least * width // sum(needed) for least in needed]
    rest = width - sum(needed)
    widths = [least + rest * weight // sum(weights) for least, weight in zip(needed, weights, strict=True)]
    widths[-1] += width - sum(widths)
    return widths


_FORM = 2
"""How many columns a form has: what is asked, and the line for the answer."""
_SHORT = 40
"""How many letters of a cell make a row of a few lines."""


def low_cells(row: Row) -> tuple[bool, ...]:
    """Which cells of a row that is filled in by hand stand at its foot.

    A line to write on does, for the room is above it. The words beside it do so in a form and in a short row; in a tall
    one they begin at the top, as in any other table.
    """
    is_low = len(row.cells) <= _FORM or all(len(inline_text(cell)) <= _SHORT for cell in row.cells)
    return tuple(row.is_filled_in and (is_low or blank) for blank in row.blanks)
