"""The text of a section as an amendment quotes it: with its own numbers, and with references that are words."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from leadkit.documents.tree.blocks import Block, Item, Paragraph, Signature
from leadkit.documents.tree.document import Section
from leadkit.documents.tree.inline import Reference, Strong, Text

Node = TypeVar("Node")


def quoted(section: Section) -> tuple[Block, ...]:
    """The heading of a section as a line of its own, and its text; places to sign are not quoted.

    What is quoted refers to the agreement and not to the amendment, so that no reference can be a link.
    """
    heading = (Text(f"{section.number} "), *section.title) if section.number else section.title
    first = (Paragraph((Strong(_as_words(heading)),)),) if heading else ()
    return (*first, *(_as_words(block) for block in section.blocks if not isinstance(block, Signature)))


def is_signed(section: Section) -> bool:
    """Whether a section is where parties sign."""
    return any(isinstance(block, Signature) for block in section.blocks)


def _as_words(node: Node) -> Node:
    """A copy of a part of a tree in which each reference is its words, and nothing can be referred to."""
    if isinstance(node, tuple):
        return cast("Node", tuple(_as_words(each) for each in node))
    if isinstance(node, Reference):
        return cast("Node", Text(node.text))
    if not is_dataclass(node) or isinstance(node, type):
        return node
    parts = {each.name: _as_words(getattr(node, each.name)) for each in fields(node)}
    if isinstance(node, Item):
        parts["id"] = ""
    return cast("Node", replace(cast("Item", node), **parts))
