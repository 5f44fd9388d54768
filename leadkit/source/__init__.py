"""A planner's YAML: read into a tree of text with positions and origins, and edited keeping every other byte.

Nothing here knows a program: sections, types and rules are the business of ``leadkit.model``. Nothing raises
for what a planner wrote: findings are in ``Source.diagnostics``. PyYAML is imported by the first read, and
what is listed below on first use, so that ``leadkit explain`` pays for the texts of the codes alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.source.parsed import Parsed
    from leadkit.source.reading import read, read_text
    from leadkit.source.source import Removal, Source
    from leadkit.source.text import SourceText, apply

__all__ = ["Parsed", "Removal", "Source", "SourceText", "apply", "read", "read_text"]

_HOMES = {
    "Parsed": "parsed",
    "Removal": "source",
    "Source": "source",
    "SourceText": "text",
    "apply": "text",
    "read": "reading",
    "read_text": "reading",
}


def __getattr__(name: str) -> object:
    """Import what is asked for."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
