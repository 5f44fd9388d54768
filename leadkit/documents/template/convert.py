"""From parsed Markdown to the nodes of the tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from leadkit.documents.absence import Why
from leadkit.documents.codes import EMPTY, GRAMMAR
from leadkit.documents.template.grammar import source_line
from leadkit.documents.template.printing import box
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import TOKEN, Fragment, Line, Recorder
from leadkit.documents.tree.blocks import Block, Box, Item, ItemList, Paragraph, Row, Table
from leadkit.documents.tree.inline import Emphasis, Gap, Inline, Inlines, Strong, Text, Value
from leadkit.documents.tree.numbering import DEEPEST
from leadkit.documents.tree.plain import inline_text
from leadkit.documents.tree.trace import walk
from leadkit.documents.words import Words

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_ID = re.compile("\\[#(?P<id>(?:[A-Za-z0-9._-]|\ue000[0-9]+\ue001)+)\\] *")
_SPACES = re.compile(r"[ \n]+")
_CAPTION = "Table: "
_RUNS_ON = ("will:", "may:", "are:", "on:", "delegates:")


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a clause as it was written: a ``##`` heading (or none) and what follows it."""

    id: str
    title: Inlines
    blocks: tuple[Block, ...]
    causes: tuple[str, ...]
    line: int


@dataclass(slots=True)
class Converter:
    """Turns the syntax tree of one clause into parts.

    Attributes:
        recorder: Knows what the marks of values stand for.
        lines: For each rendered line, its record.
    """

    recorder: Recorder
    lines: list[Line]
    ids: list[tuple[str, int]] = field(default_factory=list)
    _numbers: list[int] = field(default_factory=list)
    _boxed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._numbers = [line.number for line in self.lines]

    def parts(self, tree: SyntaxTreeNode) -> tuple[Part, ...]:
        """Split a clause at its headings; the first part has no title where text comes first."""
        parts: list[Part] = []
        pending: list[SyntaxTreeNode] = []
        heading: SyntaxTreeNode | None = None
        for node in [*tree.children, None]:
            if node is not None and node.type != "heading":
                pending.append(node)
                continue
            if heading is not None or pending:
                parts.append(self._part(heading, pending))
            heading, pending = node, []
        return tuple(parts)

    def _part(self, heading: SyntaxTreeNode | None, nodes: list[SyntaxTreeNode]) -> Part:
        blocks: list[Block] = []
        if heading is None:
            blocks.extend(self._blocks(nodes, 0))
            return Part("", (), _without_a_lone_number(blocks), (), self._line(nodes[0]))
        id_, title = self._identified(heading.children[0])
        line = self._line(heading)
        if id_:
            self.ids.append((id_, line))
        blocks.extend(self._boxes(title))
        blocks.extend(self._blocks(nodes, 0))
        return Part(id_, title, _without_a_lone_number(blocks), self._causes(heading), line)

    def _blocks(self, nodes: list[SyntaxTreeNode], depth: int) -> list[Block]:
        blocks: list[Block] = []
        caption: Inlines = ()
        for node in nodes:
            if node.type == "paragraph":
                content = node.children[0]
                if content.content.startswith(_CAPTION):
                    caption = _without_prefix(self._inlines(content), _CAPTION)
                    continue
                blocks.extend(self._paragraph(node))
            elif node.type in ("ordered_list", "bullet_list"):
                _add_list(blocks, self._list(node, depth))
            elif node.type == "table":
                blocks.extend(self._table(node, caption))
                caption = ()
            else:
                raise ClauseError(GRAMMAR, f"The clause has a {node.type}.", "", self._line(node))
        return blocks

    def _paragraph(self, node: SyntaxTreeNode) -> list[Block]:
        content = node.children[0]
        causes = self._causes(node)
        alone = self._alone(content)
        if alone is not None and alone.blocks:
            self._boxed.update(each.open.path for each in alone.blocks if isinstance(each, Box) and each.open)
            return [replace(block, causes=_union(block.causes, causes)) for block in alone.blocks]
        if alone is not None and not alone.inlines:
            return []
        if alone is not None and len(alone.inlines) == 1 and isinstance(alone.inlines[0], Gap):
            gap = alone.inlines[0]
            self._boxed.add(gap.open.path)
            return [replace(box(gap.open), causes=_union((gap.path, *gap.open.causes), causes))]
        inlines = self._inlines(content)
        return [Paragraph(inlines, causes), *self._boxes(inlines)]

    def _list(self, node: SyntaxTreeNode, depth: int) -> ItemList:
        if depth >= DEEPEST:
            raise ClauseError(GRAMMAR, f"Items stand deeper than {DEEPEST} levels.", "", self._line(node))
        items = tuple(self._item(child, depth) for child in node.children)
        return ItemList(_punctuated(items, self.recorder.words), node.type == "bullet_list", self._causes(node))

    def _item(self, node: SyntaxTreeNode, depth: int) -> Item:
        if not node.children or node.children[0].type != "paragraph":
            raise ClauseError(GRAMMAR, "An item does not begin with text.", "", self._line(node))
        first, *rest = node.children
        id_, inlines = self._identified(first.children[0])
        if id_:
            self.ids.append((id_, self._line(node)))
        blocks = (*self._boxes(inlines), *self._blocks(rest, depth + 1))
        return Item(inlines, blocks, id_, causes=self._causes(node))

    def _table(self, node: SyntaxTreeNode, caption: Inlines) -> list[Block]:
        head, *bodies = node.children
        header = tuple(self._cell(cell) for cell in head.children[0].children)
        rows = tuple(
            Row(tuple(self._cell(cell) for cell in row.children), self._causes(row))
            for body in bodies for row in body.children
        )  # fmt: skip
        if not rows:
            if not self.recorder.unprinted:
                self.recorder.report(
                    EMPTY, "A table has no rows.", "Put {% if %} around the table.", line=self._line(node)
                )
            return []
        boxes = [each for row in rows for cell in row.cells for each in self._boxes(cell)]
        return [Table(header, rows, caption, self._causes(node)), *boxes]

    def _cell(self, node: SyntaxTreeNode) -> Inlines:
        return self._inlines(node.children[0]) if node.children else ()

    def _alone(self, inline: SyntaxTreeNode) -> Fragment | None:
        """What the only mark of a paragraph stands for, where there is nothing beside it."""
        match = TOKEN.fullmatch(inline.content.strip())
        return self.recorder.fragment(int(match[1])) if match else None

    def _identified(self, inline: SyntaxTreeNode) -> tuple[str, Inlines]:
        """The ``[#id]`` at the start of a heading or item, and the rest."""
        match = _ID.match(inline.content)
        inlines = self._inlines(inline)
        if match is None:
            return "", inlines
        id_ = TOKEN.sub(lambda each: inline_text(self.recorder.fragment(int(each[1])).inlines), match["id"])
        shown = TOKEN.sub(lambda each: inline_text(self.recorder.fragment(int(each[1])).inlines), match[0])
        return id_, _without_prefix(inlines, shown.strip())

    def _inlines(self, inline: SyntaxTreeNode) -> Inlines:
        found: list[Inline] = []
        for child in inline.children:
            if child.type == "text":
                found.extend(self._text(child.content, self._line(inline)))
            elif child.type == "softbreak":
                found.append(Text(" "))
            elif child.type == "em":
                found.append(Emphasis(self._inlines(child)))
            elif child.type == "strong":
                found.append(Strong(self._inlines(child)))
            else:
                raise ClauseError(GRAMMAR, f"The clause has a {child.type}.", "", self._line(inline))
        return _merged(found)

    def _text(self, content: str, line: int) -> list[Inline]:
        found: list[Inline] = []
        position = 0
        for match in TOKEN.finditer(content):
            found.append(Text(content[position : match.start()]))
            fragment = self.recorder.fragment(int(match[1]))
            if fragment.blocks:
                raise ClauseError(
                    GRAMMAR, "A whole block stands inside a sentence.",
                    "Give its {{ … }} a paragraph of its own.", line,
                )  # fmt: skip
            found.extend(fragment.inlines)
            position = match.end()
        found.append(Text(content[position:]))
        return found

    def _boxes(self, inlines: Inlines) -> list[Block]:
        """The boxes of the gaps in a sentence, each once in a clause; a decided *none* needs no box there."""
        boxes: list[Block] = []
        for node in walk(inlines):
            if isinstance(node, Gap) and node.open.why is not Why.NONE and node.open.path not in self._boxed:
                self._boxed.add(node.open.path)
                boxes.append(replace(box(node.open), causes=_union((node.path,), node.open.causes)))
        return boxes

    def leftover(self) -> dict[str, Block]:
        """Boxes of the absent lists that the clause looped over and found empty, by field."""
        return {path: box(each) for path, each in self.recorder.unprinted.items() if path not in self._boxed}

    def _line(self, node: SyntaxTreeNode) -> int:
        return source_line(node, self._numbers)

    def _causes(self, node: SyntaxTreeNode) -> tuple[str, ...]:
        if node.map is None:
            return ()
        start, end = node.map
        found = set().union(*(line.causes for line in self.lines[start:end]))
        return tuple(sorted(found))


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _merged(inlines: list[Inline]) -> Inlines:
    """Join neighboring words and make runs of white space one space."""
    done: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            text = _SPACES.sub(" ", inline.text)
            alone = inline.language or inline.is_day
            if done and isinstance(done[-1], Text) and not (alone or done[-1].language or done[-1].is_day):
                done[-1] = Text(_SPACES.sub(" ", done[-1].text + text))
                continue
            inline = replace(inline, text=_after(done, text))
        if not (isinstance(inline, Text) and inline.text == ""):
            done.append(inline)
    return tuple(done)


def _after(done: list[Inline], text: str) -> str:
    """What stands after a value: one that ends as a sentence needs no second period, and none before a semicolon."""
    value = done[-1] if done else None
    if isinstance(value, Value) and value.text.endswith("."):
        if text.startswith("."):
            return text[1:]
        if text.startswith(";"):  # the rest of a list's item
            done[-1] = replace(value, text=value.text[:-1])
    return text


def _add_list(blocks: list[Block], items: ItemList) -> None:
    """Add a list to what stands before it; one item alone, to which nothing refers, ends the sentence before it."""
    before = blocks[-1] if blocks else None
    if not (_is_alone(items) and isinstance(before, Paragraph) and inline_text(before.content).endswith(":")):
        blocks.append(items)
        return
    alone = items.items[0]
    *start, last = before.content
    runs_on = inline_text(alone.content)[:1].islower() and inline_text(before.content).endswith(_RUNS_ON)
    lead = replace(last, text=last.text[:-1]) if runs_on and isinstance(last, Text) else last
    causes = _union(before.causes, _union(items.causes, alone.causes))
    blocks[-1] = Paragraph(_merged([*start, lead, Text(" "), *alone.content]), causes)


def _is_alone(items: ItemList) -> bool:
    """Whether a list is one plain item that nothing can refer to."""
    return len(items.items) == 1 and not (items.items[0].id or items.items[0].blocks or items.bulleted)


def _without_a_lone_number(blocks: list[Block]) -> tuple[Block, ...]:
    """Print the only item of a section's only list as a sentence: ``(a)`` without ``(b)`` says nothing."""
    lists = [each for each in blocks if isinstance(each, ItemList)]
    if len(lists) != 1 or not _is_alone(lists[0]):
        return tuple(blocks)
    alone = lists[0].items[0]
    sentence = Paragraph(alone.content, _union(lists[0].causes, alone.causes))
    return tuple(sentence if each is lists[0] else each for each in blocks)


def _without_prefix(inlines: Inlines, prefix: str) -> Inlines:
    """Take ``prefix``, which may run over several nodes, from the start of a sentence."""
    rest = list(inlines)
    left = len(prefix)
    while left and rest:
        text = inline_text((rest[0],))
        if len(text) > left:
            rest[0] = Text(text[left:].lstrip())
            break
        left -= len(text)
        rest.pop(0)
    if rest and isinstance(rest[0], Text):
        rest[0] = Text(rest[0].text.lstrip())
    return tuple(each for each in rest if not (isinstance(each, Text) and not each.text))


def _punctuated(items: tuple[Item, ...], own: Words) -> tuple[Item, ...]:
    """End each run of items with semicolons as a sentence ends: ``; and`` before its last item, then a period.

    Where all items of a run end with ``; or``, that stands before the last.
    """
    ended: list[Item] = []
    for mark, run in groupby(items, lambda item: _mark(item, own)):
        group = list(run)
        word = mark if mark == own.list_or else own.list_and
        for index, item in enumerate(group):
            ending = "." if index == len(group) - 1 else word if index == len(group) - 2 else ";"
            ended.append(_ended(item, mark, ending) if mark else item)
    return tuple(ended)


def _mark(item: Item, own: Words) -> str:
    """How an item of a series ends; empty for an item that is a sentence."""
    end = item.content[-1] if item.content else None
    text = end.text if isinstance(end, Text) else ""
    return next((mark for mark in (own.list_or, ";") if text.endswith(mark)), "")


def _ended(item: Item, mark: str, ending: str) -> Item:
    *before, last = item.content
    assert isinstance(last, Text)
    return replace(item, content=(*before, replace(last, text=last.text.removesuffix(mark) + ending)))
