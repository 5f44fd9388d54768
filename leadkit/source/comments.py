"""The comments of a file, which a YAML reader passes over without a word."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from leadkit.source.characters import check
from leadkit.source.parse import SCALAR, Broken, events
from leadkit.source.text import LINE_BREAK, SourceText

_HASH = re.compile(r"(?:(?<=[ \t\r\n])|\A)#[^\r\n]*")
_BLOCKS = ("|", ">")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, from its ``#`` to the end of its line.

    Attributes:
        start: Its first character, from 0.
        end: The character after it; spaces at the end of the line are no part of it.
        text: What it says, with the ``#``.
        alone: Whether nothing else stands in its line.
    """

    start: int
    end: int
    text: str
    alone: bool


def comments(source: SourceText) -> list[Comment]:
    """Every comment of a file, in order; of a file that cannot be read, those before the last thing that can.

    A ``#`` inside quotes or in a block of text begins none.
    """
    texts, end = _texts(source)
    starts = [start for start, _ in texts]
    found: list[Comment] = []
    at = 0
    while (match := _HASH.search(source.text, at, end)) is not None:
        inside = bisect_right(starts, match.start()) - 1
        if inside >= 0 and match.start() < texts[inside][1]:
            at = texts[inside][1]
            continue
        at = match.end()
        text = match[0].rstrip()
        line, _ = source.position(match.start())
        alone = not source.text[source.starts[line - 1] : match.start()].strip()
        found.append(Comment(match.start(), match.start() + len(text), text, alone))
    return found


def _texts(source: SourceText) -> tuple[list[tuple[int, int]], int]:
    """Where texts in quotes and in blocks stand, as characters from 0, and how far the file can be read."""
    safe = check(source).safe
    texts: list[tuple[int, int]] = []
    end = 0
    try:
        with events(safe) as found:
            for event in found:
                kind: type[object] = type(event)
                end = event.end_mark.index
                if kind is SCALAR and event.style:
                    texts.append((_content(safe, event.start_mark.index, event.style), end))
    except Broken:
        return texts, end
    return texts, len(safe)


def _content(text: str, start: int, style: str) -> int:
    """Where a text begins; a block begins in the line after its head, which may end in a comment."""
    if style not in _BLOCKS:
        return start
    found = LINE_BREAK.search(text, start)
    return found.end() if found else len(text)
