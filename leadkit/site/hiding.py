"""What a program keeps from the public, taken out of the tree of a page whoever wrote its clauses."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from leadkit.documents.tree.blocks import Box, Item
from leadkit.documents.tree.document import Section
from leadkit.documents.tree.inline import Emphasis, Gap, Text, Value
from leadkit.documents.tree.rewrite import as_before, with_changed
from leadkit.model.audience import is_kept_back
from leadkit.site.words import WORDS

if TYPE_CHECKING:
    from leadkit.documents.tree.document import Document
    from leadkit.documents.tree.rewrite import Nodes
    from leadkit.model.root import Program


class Hiding:
    """Takes out what is not for everybody; it remembers the fields that it hid."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.hidden: set[str] = set()
        self._known: dict[tuple[str, bool], bool] = {}
        self._renamed = 0

    def page(self, document: Document) -> Document:
        """The page as everybody may read it."""
        instead = Emphasis((Text(WORDS[document.language]["not_public"]),))
        self._renamed = 0
        return replace(document, articles=self._each(document.articles, instead))  # type: ignore[arg-type]

    def _each(self, nodes: Nodes, instead: Emphasis) -> Nodes:
        kept = tuple(self._node(each, instead) for each in nodes if not self._is_box_of_hidden(each))
        return as_before(nodes, kept)

    def _node(self, node: object, instead: Emphasis) -> object:
        if isinstance(node, Value | Gap):
            return instead if self._is_hidden(node.path) else node
        if isinstance(node, tuple):
            return self._each(node, instead)
        if isinstance(node, Section | Item) and (anchor := self._anchor(node.id)) != node.id:
            node = replace(node, id=anchor)
        return with_changed(node, lambda part: self._each(part, instead))

    def _anchor(self, id_: str) -> str:
        """The name of a place on the page, without the id of what is kept back: it says what it is called."""
        for kept in self._ids:
            if id_.endswith(f"-{kept}"):
                self._renamed += 1
                return f"{id_.removesuffix(kept)}kept-back-{self._renamed}"
        return id_

    @cached_property
    def _ids(self) -> list[str]:
        """The ids of all who are kept back and could be named as those who receive something, the longest first."""
        program = self._program
        bodies = program.governance.bodies if program.governance else {}
        outside = program.sharing.outside if program.sharing else {}
        named = (("agencies", program.agencies), ("roles", program.roles), ("governance.bodies", bodies))
        everybody = [(where, id_) for where, ids in (*named, ("sharing.outside", outside)) for id_ in ids]
        kept = [id_ for where, id_ in everybody if is_kept_back(program, f"{where}.{id_}")]
        return sorted(kept, key=len, reverse=True)

    def _is_box_of_hidden(self, node: object) -> bool:
        """A box repeats the question of what is open, which tells of what it asks about."""
        return isinstance(node, Box) and node.open is not None and self._is_hidden(node.open.path, in_words=True)

    def _is_hidden(self, path: str, *, in_words: bool = False) -> bool:
        known = self._known.get((path, in_words))
        if known is None:  # many pages print the same field
            known = bool(path) and is_kept_back(self._program, path, in_words=in_words)
            self._known[path, in_words] = known
        self.hidden |= {path} if known else set()
        return known
