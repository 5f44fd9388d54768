"""The words of a tree without any mark-up: what is compared, searched and kept as a clause's base text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from leadkit.documents.tree.blocks import Block, Box, Figure, ItemList, Paragraph, Signature, Table
from leadkit.documents.tree.document import Article, Clause, Section
from leadkit.documents.tree.inline import Blank, Changed, Emphasis, Gap, Inline, Inlines, Strong, Text, Value

BLANK_TEXT = Blank("").text


def inline_text(inlines: Inlines) -> str:
    """The words of a sentence as they are read."""
    return "".join(text for text, _ in _pieces(inlines))


def _pieces(inlines: Inlines) -> Iterator[tuple[str, Inline]]:
    for inline in inlines:
        if isinstance(inline, Emphasis | Strong | Changed):
            yield from _pieces(inline.content)
        else:
            yield inline.text, inline


def section_name(section: Section, instead: str = "") -> str:
    """A section as a reader finds it: its number and its heading, or other words where it has no heading."""
    return " ".join(part for part in (section.number, inline_text(section.title) or instead) if part)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value stands in the base text of its clause, in characters from 0."""

    start: int
    end: int
    path: str


def base_text(clause: Clause) -> tuple[str, tuple[Span, ...]]:
    """The words of a clause, one line for each heading, paragraph, item, cell and box line, without numbers.

    Numbers are left out because a clause keeps its words when another one moves it.
    """
    lines: list[str] = []
    spans: list[Span] = []
    position = 0
    for inlines in _lines(clause):
        start = position
        for text, inline in _pieces(inlines):
            if isinstance(inline, Value | Gap):
                spans.append(Span(start, start + len(text), inline.path))
            start += len(text)
        line = inline_text(inlines)
        lines.append(line)
        position += len(line) + 1
    return "\n".join(lines), tuple(spans)


def fingerprint(articles: tuple[Article, ...], *, of_any_day: bool = False) -> str:
    """Sixteen hexadecimal digits of the SHA-256 of all words with their numbers; the cover is no part of it.

    Args:
        articles: The articles.
        of_any_day: Whether the day of the document is left out, so that another printing has the same.
    """
    words = hashlib.sha256()
    for article in articles:
        words.update(f"{article.number} {article.title}\n".encode())
        for clause in article.clauses:
            for section in clause.sections:
                words.update(f"{section.number}\n".encode())
            words.update(f"{_words(clause, of_any_day=of_any_day)}\n".encode())
    return words.hexdigest()[:16]


def _words(clause: Clause, *, of_any_day: bool) -> str:
    """The base text of a clause, with or without the day of the document."""
    return "\n".join(
        "".join(text for text, one in _pieces(inlines) if not (of_any_day and isinstance(one, Text) and one.is_day))
        for inlines in _lines(clause)
    )


def _lines(clause: Clause) -> Iterator[Inlines]:
    for section in clause.sections:
        if section.title:
            yield section.title
        yield from block_lines(section.blocks)


def block_lines(blocks: tuple[Block, ...]) -> Iterator[Inlines]:
    """Every line of text below some blocks, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.content
        elif isinstance(block, ItemList):
            for item in block.items:
                yield item.content
                yield from block_lines(item.blocks)
        elif isinstance(block, Table):
            if block.caption:
                yield block.caption
            yield from block.header
            for row in block.rows:
                yield from row.cells
        elif isinstance(block, Box):
            yield from block.lines
        elif isinstance(block, Figure):
            yield block.caption
            yield from block.lines
        elif isinstance(block, Signature):
            yield from _signature_lines(block)


def alternative(figure: Figure) -> str:
    """What stands for a picture where none is seen: its caption, and each arrow in words."""
    return f"{inline_text(figure.caption)}: {'; '.join(inline_text(line) for line in figure.lines)}."


def _signature_lines(block: Signature) -> Iterator[Inlines]:
    yield block.party
    if block.capacity:
        yield block.capacity
    for line in block.lines:
        if line.content:
            yield line.content
