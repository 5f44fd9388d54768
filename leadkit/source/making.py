"""Making the small frozen values of a tree at the price of ordinary ones.

A frozen dataclass sets each field through ``object.__setattr__``, which costs three times as much as an
ordinary class; a program of 2,000 lines needs some 10,000 such values, and making them was half the time of a
read. So they are filled as ordinary objects of the same layout and then declared to be what they are.
"""

from __future__ import annotations

from typing import cast

from leadkit.diagnostic import Span
from leadkit.source.tree import Entry, Node, Text


class _Span:
    __slots__ = Span.__slots__

    def __init__(self, file: str, line: int, column: int, end_line: int, end_column: int) -> None:
        self.file = file
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column


class _Text:
    __slots__ = Text.__slots__

    def __init__(self, value: str | None, span: Span, quoted: bool) -> None:
        self.value = value
        self.span = span
        self.quoted = quoted
        self.origins = (span,)


class _Entry:
    __slots__ = Entry.__slots__

    def __init__(self, key: Text, value: Node) -> None:
        self.key = key
        self.value = value


def make_span(file: str, line: int, column: int, end_line: int, end_column: int) -> Span:
    """The same as ``Span(...)``."""
    made = _Span(file, line, column, end_line, end_column)
    made.__class__ = Span  # type: ignore[assignment]
    return cast(Span, made)


def make_text(value: str | None, span: Span, quoted: bool) -> Text:
    """The same as ``Text(...)`` of one layer."""
    made = _Text(value, span, quoted)
    made.__class__ = Text  # type: ignore[assignment]
    return cast(Text, made)


def make_entry(key: Text, value: Node) -> Entry:
    """The same as ``Entry(...)``."""
    made = _Entry(key, value)
    made.__class__ = Entry  # type: ignore[assignment]
    return cast(Entry, made)
