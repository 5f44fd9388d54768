"""Measures of the page, in twentieths of a point: US Letter with one-inch margins."""

from __future__ import annotations

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 12240, 15840, 1440
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN

BODY_INDENT = 720
"""Where the text of a numbered section begins; its number hangs to the left."""

ITEM_STEP = 540
"""How much further each level of items begins."""


def item_text_indent(level: int, body: int) -> int:
    """Where the text of an item of a level (from 0) begins, in a body that begins at ``body``."""
    return body + ITEM_STEP * (level + 1)
