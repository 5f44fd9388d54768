"""The parts of a sentence as Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from leadkit.documents.tree.inline import Emphasis, Gap, Inline, Inlines, Reference, Strong, Text, Value
from leadkit.documents.tree.plain import inline_text
from leadkit.site.write.address import address_of, link
from leadkit.site.write.escape import escaped


class InlineWriter:
    """Writes sentences of one page."""

    def __init__(self, anchors: Mapping[str, str], language: str, sources: str = "") -> None:
        """Take what references lead to.

        Args:
            anchors: The anchor of each target on the page.
            language: The language of the page, which no part of it needs to name.
            sources: The page that lists the sources, as seen from here; empty where none is linked.
        """
        self._anchors, self._language, self._sources = anchors, language, sources

    def line(self, inlines: Inlines) -> str:
        """A sentence, or what is one for the reader."""
        return "".join(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> str:
        if isinstance(inline, Strong | Emphasis):
            return self._marked(inline)
        if isinstance(inline, Gap):
            return f'<span class="gap">{escaped(inline.text)}</span>'
        if isinstance(inline, Reference):
            anchor = self._anchors.get(inline.target, "")
            return link(f"#{anchor}", escaped(inline.text)) if anchor else escaped(inline.text)
        if self._sources and isinstance(inline, Value) and inline.path.endswith(".sources"):
            return ", ".join(map(self._source, inline.text.split(", ")))
        words = escaped(inline.text)
        if isinstance(inline, Value) and (href := address_of(inline.path, inline.text)):
            words = link(href, words)
        if isinstance(inline, Text | Value) and inline.language not in ("", self._language):
            return f'<span lang="{escape(inline.language)}">{words}</span>'
        return words

    def _source(self, id_: str) -> str:
        return link(f"{self._sources}#sources-source-{id_}", escaped(id_))

    def _marked(self, inline: Strong | Emphasis) -> str:
        """Words in bold or italics: as HTML, for marks of Markdown are read or not by what stands beside them."""
        tag = "strong" if isinstance(inline, Strong) else "em"
        words = self.line(inline.content)
        return f"<{tag}>{words}</{tag}>" if inline_text(inline.content).strip() else words
