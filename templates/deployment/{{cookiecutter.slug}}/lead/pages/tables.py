"""What leaves as a table for a spreadsheet."""

from __future__ import annotations

import unicodedata

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def cell(value: object) -> str:
    """A value as a cell of a table; what a spreadsheet would take for a formula is made a text.

    What it begins with is what is seen of it: spaces and marks of no width go before, and a wide sign is the sign.
    """
    text = "" if value is None else str(value)
    seen = (one for one in unicodedata.normalize("NFKC", text) if one in _FORMULA or not _unseen(one))
    return f"'{text}" if next(seen, "") in _FORMULA else text


def _unseen(one: str) -> bool:
    return one.isspace() or unicodedata.category(one) in ("Cc", "Cf")
