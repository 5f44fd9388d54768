"""The lines of a section that differ, as they were and as they are."""

from __future__ import annotations

from collections.abc import Iterator

from leadkit.documents.tree.blocks import Block, Box, Figure, ItemList, Paragraph, Signature, Table
from leadkit.documents.tree.change import Change
from leadkit.documents.tree.document import Section
from leadkit.documents.tree.inline import Changed, Inlines
from leadkit.documents.tree.plain import inline_text

Excerpt = tuple[str, str]
"""A line as it was and as it is; empty on the side that does not have it."""

_Line = tuple[Change, tuple[Inlines, ...]]
"""A line with its parts, of which a row has one for each column."""

_LONGEST, _BEFORE = 180, 60


def excerpts(section: Section) -> Iterator[Excerpt]:
    """The lines of a section of two versions that differ, long ones cut around the first difference."""
    for change, parts in _lines(section):
        was = " | ".join(_side(part, Change.ADDED) for part in parts) if change is not Change.ADDED else ""
        now = " | ".join(_side(part, Change.REMOVED) for part in parts) if change is not Change.REMOVED else ""
        if was != now:
            yield _cut(was, now)


def _side(inlines: Inlines, left_out: Change) -> str:
    return "".join(inline_text((each,)) for each in inlines if getattr(each, "change", None) is not left_out).strip()


def _lines(section: Section) -> Iterator[_Line]:
    if section.title:
        yield section.change, (section.title,)
    yield from _blocks(section.blocks)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[_Line]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.change, (block.content,)
        elif isinstance(block, ItemList):
            for item in block.items:
                yield item.change, (item.content,)
                yield from _blocks(item.blocks)
        elif isinstance(block, Table):
            yield block.change, (block.caption,)
            yield block.change, block.header
            yield from ((row.change, row.cells) for row in block.rows)
        elif isinstance(block, Box):
            yield from ((_of_line(line, block.change), (line,)) for line in block.lines)
        elif isinstance(block, Figure):
            yield block.change, (block.caption,)
        elif isinstance(block, Signature):
            yield block.change, (block.party,)
            yield from ((line.change, (line.content,)) for line in block.lines)


def _of_line(line: Inlines, change: Change) -> Change:
    return line[0].change if len(line) == 1 and isinstance(line[0], Changed) else change


def _cut(was: str, now: str) -> Excerpt:
    same = next((place for place, (one, other) in enumerate(zip(was, now, strict=False)) if one != other), 0)
    start = was.rfind(" ", 0, max(same - _BEFORE, 0)) + 1
    return _shortened(was, start), _shortened(now, start)


def _shortened(text: str, start: int) -> str:
    part = text[start:]
    if len(part) > _LONGEST:
        part = part[: part.rfind(" ", 0, _LONGEST) if " " in part[:_LONGEST] else _LONGEST] + " …"
    return f"… {part}" if start and part else part
