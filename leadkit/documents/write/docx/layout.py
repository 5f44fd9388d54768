"""Where text begins on the page, in twentieths of a point."""

from __future__ import annotations

BODY_INDENT = 720
"""Where the text of a numbered section begins; its number hangs to the left."""

ITEM_STEP = 540
"""How much further each level of items begins."""


def item_text_indent(level: int, body: int) -> int:
    """Where the text of an item of a level (from 0) begins, in a body that begins at ``body``."""
    return body + ITEM_STEP * (level + 1)
