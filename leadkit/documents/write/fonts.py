"""The fonts of the documents, and no others, so that a page looks the same on every machine."""

from __future__ import annotations

from functools import cache

import typst

from leadkit.resources import fonts


@cache
def own_fonts() -> typst.Fonts:
    """Our own fonts, read once."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts()])
