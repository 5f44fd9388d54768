"""The parts of a sentence in HTML."""

from __future__ import annotations

from html import escape

from leadkit.documents.tree.change import Change
from leadkit.documents.tree.inline import (
    Blank,
    Changed,
    Emphasis,
    Gap,
    Inline,
    Inlines,
    Reference,
    Strong,
    Term,
    Text,
    Tick,
    Value,
)
from leadkit.documents.write.together import ticked


def inlines(parts: Inlines) -> str:
    """A sentence; whatever it says is escaped."""
    return "".join(_inline(each) for each in ticked(parts))


_MARKS = {Change.ADDED: ("ins", "added"), Change.REMOVED: ("del", "removed")}
"""How words are marked that one of two versions alone has, and what a screen reader says of them."""


def changed(written: str, change: Change) -> str:
    """Written words as added or removed; others as they are."""
    if change not in _MARKS or not written:
        return written
    tag, spoken = _MARKS[change]
    return f'<{tag}><span class="heard">[{spoken}: </span>{written}<span class="heard">]</span></{tag}>'


def _inline(inline: Inline) -> str:
    if isinstance(inline, Changed):
        return changed(inlines(inline.content), inline.change)
    if isinstance(inline, Strong):
        return f"<strong>{inlines(inline.content)}</strong>"
    if isinstance(inline, Emphasis):
        return f"<em>{inlines(inline.content)}</em>"
    if isinstance(inline, Blank):
        return f'<span class="blank">{inline.text}</span>'
    if isinstance(inline, Tick):
        return f'<span class="tick"><span class="heard">{escape(inline.name)}</span></span>'
    words = escape(inline.text)
    if isinstance(inline, Text | Value) and inline.language:
        return f'<span lang="{escape(inline.language)}">{words}</span>'
    if isinstance(inline, Reference) and inline.target:
        return f'<a href="#{escape(inline.target)}">{words}</a>'
    if isinstance(inline, Gap) and inline.text.startswith("["):
        return f'<strong class="gap">{words}</strong>'
    if isinstance(inline, Term) and inline.defining:
        return f"<dfn>{words}</dfn>"
    return words
