"""Anchors and tags: marks before a value that leadkit does without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Diagnostic
from leadkit.source.codes_structure import ANCHOR, TAG
from leadkit.source.text import SourceText, quoted

if TYPE_CHECKING:
    from leadkit.source.parse import Event

_ANCHOR = re.compile(r"&[^\s,\[\]{}]+")
_TAG = re.compile(r"!(<[^>\s]*>|[^\s,\[\]{}]*)")


def properties(source: SourceText, event: Event, value: str) -> Iterator[Diagnostic]:
    """Give a finding for the anchor and for the tag of a value."""
    start = event.start_mark.index
    if event.anchor is not None and (found := _ANCHOR.search(source.text, start)):
        yield ANCHOR.at(
            source.span(*found.span()),
            message=f"This value is marked for reuse with {found[0]}.",
            remedy="Delete the mark and write the value out where it is needed; what programs share "
            "belongs in a base folder named by extends.",
        )
    if event.tag is not None and (found := _TAG.search(source.text, start)):
        written = f"{found[0]} {value}".strip()
        yield TAG.at(
            source.span(*found.span()),
            message=f"This value begins with the tag {found[0]}.",
            remedy=f"Delete the tag; if the text really begins with !, put it in quotes: {quoted(written)}."
            if "\n" not in written
            else "Delete the tag; if the text really begins with !, put it in quotes.",
        )
