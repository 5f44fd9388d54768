"""The words of a section that differ, as they were and as they are, with a few words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from leadkit.documents.tree.blocks import Block, Box, Figure, ItemList, Paragraph, Signature, Table
from leadkit.documents.tree.change import Change
from leadkit.documents.tree.document import Section
from leadkit.documents.tree.inline import Changed, Inlines
from leadkit.documents.tree.plain import inline_text

Excerpt = tuple[str, str]
"""What differs in a line as it was and as it is; empty on the side that does not have it."""

_Line = tuple[Change, tuple[Inlines, ...]]
"""A line with its parts, of which a row has one for each column."""

_Word = tuple[str, Change]
"""A word with the space before it, and in which version it stands."""

_AROUND = 3
"""How many words of a line stand before and after what differs in it."""

_WORDS = re.compile(r"\s*\S+|\s+$")


def excerpts(section: Section) -> Iterator[Excerpt]:
    """What differs in each line of a section of two versions, with the same few words around it on both sides."""
    for change, parts in _lines(section):
        if change is not Change.KEPT:
            whole = " | ".join(text for text in (_text(part).strip() for part in parts) if text)
            was, now = ("", whole) if change is Change.ADDED else (whole, "")
        else:
            pairs = [pair for pair in map(_part, parts) if pair != ("", "")]
            was, now = (" | ".join(side) for side in zip(*pairs, strict=True)) if pairs else ("", "")
        if was != now:
            yield was, now


def _part(inlines: Inlines) -> Excerpt:
    words = _words(inlines)
    near = _near(words)
    return _side(words, near, Change.ADDED), _side(words, near, Change.REMOVED)


def _words(inlines: Inlines) -> list[_Word]:
    """The words of a sentence; a stop that follows a value belongs to it."""
    words: list[_Word] = []
    for each in inlines:
        change = each.change if isinstance(each, Changed) else Change.KEPT
        for word in _WORDS.findall(_text((each,))):
            before, same = words[-1] if words else ("", None)
            if same is change and before.strip() and not word[0].isspace():
                words[-1] = (before + word, change)
            else:
                words.append((word, change))
    return words


def _text(inlines: Inlines) -> str:
    """The words of a sentence, also of what was removed from it."""
    return "".join(inline_text(each.content if isinstance(each, Changed) else (each,)) for each in inlines)


def _near(words: Sequence[_Word]) -> frozenset[int]:
    """The places of the words that differ, and of those around them."""
    changed = (place for place, (_, change) in enumerate(words) if change is not Change.KEPT)
    return frozenset(near for place in changed for near in range(place - _AROUND, place + _AROUND + 1))


def _side(words: Sequence[_Word], near: frozenset[int], left_out: Change) -> str:
    said, skipped = "", False
    for place, (word, change) in enumerate(words):
        if change is left_out:
            continue
        if place not in near:
            skipped = True
            continue
        said, skipped = f"{said} …{' ' * (word[:1] != ' ')}{word}" if skipped else said + word, False
    return f"{said} …".strip() if skipped and said else said.strip()


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
