"""How wide the columns of a table are, the same on every page, and where a cell to write in has its line."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import isqrt

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
_CHARACTER, _CAPITAL, _PADDING = 105, 150, 260
"""The width of a small letter of a table, of a wide one, and of the space beside a column's text, in twentieths of a
point; a heading is bold, and Word breaks a word that lacks a hair's breadth."""


def column_widths(table: Table, width: int) -> list[int]:
    """Share a table's width by the texts of each column, and give none less than its longest word needs.

    Without the first, long texts run down the page; without the second, a word of a short column breaks in the middle.
    What counts of a column's texts is their mean square: one long text in many short ones does not squeeze the others.

    Args:
        table: The table.
        width: What the columns share, in twentieths of a point.
    """
    columns = list(zip(table.header, *(row.cells for row in table.rows), strict=True))
    texts = [[inline_text(cell) for cell in column] for column in columns]
    weights = [isqrt(sum(min(len(text), _WIDEST) ** 2 for text in column) // len(column)) + 1 for column in texts]
    needed = [_needed(column, str.split) for column in texts]
    if sum(needed) > width:
        needed = [_needed(column, _parts) for column in texts]
    if sum(needed) > width:
        needed = [least * width // sum(needed) for least in needed]
    widths = _shared(needed, weights, width)
    widths[-1] += width - sum(widths)
    return widths


def _needed(column: list[str], divided: Callable[[str], list[str]]) -> int:
    return max(_room(word) for text in column for word in ["", *divided(text)]) + _PADDING


_ADDRESS = re.compile(r"(?<=[/?&=.-])")
"""Where an address on the web may go on in the next line."""


def _parts(text: str) -> list[str]:
    """Its words, and the parts of an address, which would squeeze the columns beside it."""
    return [part for word in text.split() for part in (_ADDRESS.split(word) if "://" in word else [word])]


def _room(word: str) -> int:
    return sum(_CAPITAL if letter.isupper() or letter in "mw" else _CHARACTER for letter in word)


def _shared(needed: list[int], weights: list[int], width: int) -> list[int]:
    """Share a width by weights, but for the columns whose share is less than they need: they get what they need."""
    short: set[int] = set()
    while True:
        left = width - sum(needed[place] for place in short)
        total = sum(weight for place, weight in enumerate(weights) if place not in short)
        shares = [
            least if place in short else left * weight // total
            for place, (least, weight) in enumerate(zip(needed, weights, strict=True))
        ]
        too_little = {place for place, share in enumerate(shares) if share < needed[place]}
        if not too_little:
            return shares
        short |= too_little


_FORM = 2
"""How many columns a form has: what is asked, and the line for the answer."""
_SHORT = 40
"""How many letters of a cell make a row of a few lines."""


def low_cells(rows: tuple[Row, ...]) -> list[tuple[bool, ...]]:
    """Which cells of each row stand at its foot, where it is filled in by hand.

    A line to write on does, for the room is above it. The words beside it do so in a form, and in a table whose rows
    are all short; where one is tall they begin at the top in all of them, as in any other table.
    """
    is_low = all(len(row.cells) <= _FORM or _is_short(row) for row in rows if row.is_filled_in)
    return [tuple(row.is_filled_in and (is_low or blank) for blank in row.blanks) for row in rows]


def _is_short(row: Row) -> bool:
    return all(len(inline_text(cell)) <= _SHORT for cell in row.cells)
