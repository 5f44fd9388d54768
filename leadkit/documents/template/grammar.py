"""Markdown read by a closed grammar: what documents cannot print is an error with its line, never dropped."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from leadkit.documents.codes import GRAMMAR
from leadkit.documents.template.problem import ClauseError

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

_REFUSED = {
    "blockquote": ("a quotation", "Boxes are printed by leadkit; write a paragraph."),
    "code_block": ("text indented by four spaces or more", "Indent what belongs to an item by three spaces."),
    "code_inline": ("code", "Use *emphasis* instead."),
    "fence": ("a block of code", "Write a paragraph."),
    "hardbreak": ("a forced line break", "Begin a new paragraph."),
    "hr": ("a rule", "Begin a new section with ##."),
    "html_block": ("HTML", "Write Markdown; put a backslash before a < that is meant."),
    "html_inline": ("HTML", "Write Markdown; put a backslash before a < that is meant."),
    "image": ("an image", "Name maps and letterhead in the program's folder."),
    "lheading": ("an underlined heading", "Write ## before the heading."),
    "link": ("a link", "Refer to a clause with {{ ref(\"id\") }}; write an address out."),
}  # fmt: skip
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]+);")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Entities are switched off so that & stands for itself; whoever writes one is told.
    parser = MarkdownIt("commonmark", {"typographer": True}).enable(["table", "smartquotes"])
    return parser.disable(["entity", "reference"])


def parse(text: str, source_lines: list[int]) -> SyntaxTreeNode:
    """Parse rendered Markdown and refuse what is outside the grammar.

    Args:
        text: The Markdown, in which values are opaque marks.
        source_lines: For each line of ``text``, the line of the clause file it came from.

    Raises:
        ClauseError: Something is outside the grammar.
    """
    from markdown_it.tree import SyntaxTreeNode

    tree = SyntaxTreeNode(_parser().parse(text))
    for node in tree.walk():
        found = _refused(node, node.type)
        if found is not None:
            raise ClauseError(GRAMMAR, *found, source_line(node, source_lines))
    return tree


def source_line(node: SyntaxTreeNode, source_lines: list[int]) -> int:
    """The line of the clause file where a node begins."""
    here: SyntaxTreeNode | None = node
    while here is not None and (here.is_root or here.map is None):
        here = None if here.is_root else here.parent
    if here is None or here.map is None or not source_lines:
        return 0
    return source_lines[min(here.map[0], len(source_lines) - 1)]


def _refused(node: SyntaxTreeNode, kind: str) -> tuple[str, str] | None:
    """What is wrong with a node, and what to do; None where the grammar has it."""
    if kind in _REFUSED:
        what, remedy = _REFUSED[kind]
        return f"The clause has {what}.", remedy
    if kind == "heading":
        if node.markup.startswith(("=", "-")):
            return "The clause has an underlined heading.", "Write ## before the heading."
        if node.tag != "h2" or not node.parent or not node.parent.is_root:
            remedy = "Write sections with ## outside lists; articles stand in the outline."
            return "A heading is not a section of the clause.", remedy
    if kind == "ordered_list" and (node.attrs.get("start", 1) != 1 or node.markup != "."):
        return "A list does not begin with 1.", "Number items 1., 2., …; leadkit prints (a), (b), …"
    if kind == "bullet_list" and node.markup != "-":
        return "A bullet is not a hyphen.", "Write - before it."
    if kind == "text" and _ENTITY.search(node.content):
        return "The clause has an HTML entity.", "Write the character itself."
    return None
