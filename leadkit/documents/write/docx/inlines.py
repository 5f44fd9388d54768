"""Parts of a sentence as runs, fields and bookmarks."""

from __future__ import annotations

from functools import cached_property

from leadkit.documents.tree.blocks import Item
from leadkit.documents.tree.document import Document
from leadkit.documents.tree.inline import Changed, Emphasis, Gap, Inline, Inlines, Reference, Strong, Text, Tick, Value
from leadkit.documents.tree.trace import walk
from leadkit.documents.words import words_of
from leadkit.documents.write.docx import fields
from leadkit.documents.write.docx.identity import Identities, target_bookmark
from leadkit.documents.write.docx.revisions import tracked
from leadkit.documents.write.docx.xml import Element, element, run, run_properties


class InlineWriter:
    """Writes the sentences of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._identities = Identities(first=1, last=2**31 - 2)

    @cached_property
    def _items(self) -> frozenset[str]:
        """The ids of items; a head or a foot refers to nothing and need not know them."""
        return frozenset(node.id for node in walk(self._document) if isinstance(node, Item) and node.id)

    def runs(self, inlines: Inlines, *, bold: bool = False, italic: bool = False) -> list[Element]:
        """Every part of a sentence in order."""
        return [each for inline in inlines for each in self._inline(inline, bold, italic)]

    def _inline(self, inline: Inline, bold: bool, italic: bool) -> list[Element]:
        if isinstance(inline, Strong):
            return self.runs(inline.content, bold=True, italic=italic)
        if isinstance(inline, Emphasis):
            return self.runs(inline.content, bold=bold, italic=True)
        if isinstance(inline, Changed):
            return tracked(self.runs(inline.content, bold=bold, italic=italic), inline.change)
        if isinstance(inline, Reference):
            return self.reference(inline)
        if isinstance(inline, Tick):
            return [run(inline.text, run_properties(style="Tick"))]
        if isinstance(inline, Gap) and inline.text.startswith("["):
            return [run(inline.text, run_properties(style="Gap"))]
        foreign = inline.language if isinstance(inline, Text | Value) else ""
        locale = words_of(foreign).locale if foreign else ""
        return [run(inline.text, run_properties(bold=bold, italic=italic, locale=locale))] if inline.text else []

    def reference(self, reference: Reference) -> list[Element]:
        """A reference: its label as words, its number as a field."""
        if not reference.number:
            return [run(reference.label)]
        label = [run(f"{reference.label} ")] if reference.label else []
        in_context = reference.target in self._items
        return [
            *label,
            *fields.reference(target_bookmark(reference.target), reference.number, in_context=in_context),
        ]

    def bookmark(self, name: str) -> tuple[Element, Element]:
        """The start and end of a bookmark."""
        number = self._identities.number(name)
        return element("bookmarkStart", id=number, name=name), element("bookmarkEnd", id=number)

    def anchored(self, target: str, content: list[Element]) -> list[Element]:
        """Content inside the bookmark by which references find ``target``; without one, the content alone."""
        if not target:
            return content
        start, end = self.bookmark(target_bookmark(target))
        return [start, *content, end]
