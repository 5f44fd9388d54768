"""The one module that touches PyYAML: from text to its events.

Events rather than nodes or values: no scalar is ever given a type, nesting costs no stack, and a damaged file
is read up to the damage. Composing nodes takes twice as long, because it guesses a type for every scalar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from typing import Protocol, TypeAlias, cast

import yaml
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

FAST = bool(yaml.__with_libyaml__)
"""Whether PyYAML was built with libyaml; without it reading takes some twenty times as long."""

ALIAS = AliasEvent
DOCUMENT = DocumentStartEvent
SCALAR = ScalarEvent
GROUP = MappingStartEvent
START = frozenset((MappingStartEvent, SequenceStartEvent))
END = frozenset((MappingEndEvent, SequenceEndEvent))


class Mark(Protocol):
    """A place in the text: character, line and column, each from 0."""

    index: int
    line: int
    column: int


class Event(Protocol):
    """An event of PyYAML's; what follows the marks only the kinds have that it belongs to."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool | None


Events: TypeAlias = Iterator[Event]


class Kind(Enum):
    """What a YAML reader stumbled over, in the terms of both of PyYAML's readers."""

    COLON = auto()
    NO_COLON = auto()
    UNSPACED = auto()
    QUOTE = auto()
    ESCAPE = auto()
    START = auto()
    FLOW = auto()
    BLOCK = auto()
    ITEM = auto()
    CONTENT = auto()
    DASH = auto()
    QUESTION = auto()
    TAG = auto()
    DEEP = auto()
    OTHER = auto()


_KINDS = (
    ("maximum nesting depth", Kind.DEEP),
    ("mapping values are not allowed", Kind.COLON),
    ("could not find expected ':'", Kind.NO_COLON),
    ("found unexpected ':'", Kind.UNSPACED),
    ("escape", Kind.ESCAPE),
    ("hexdecimal", Kind.ESCAPE),
    ("quoted scalar", Kind.QUOTE),
    ("cannot start any token", Kind.START),
    ("scanning an alias", Kind.START),
    ("scanning an anchor", Kind.START),
    ("block scalar", Kind.START),
    ("tag", Kind.TAG),
    ("node content", Kind.CONTENT),
    ("parsing a flow", Kind.FLOW),
    ("sequence entries are not allowed", Kind.DASH),
    ("mapping keys are not allowed", Kind.QUESTION),
    ("parsing a block mapping", Kind.BLOCK),
    ("parsing a block collection", Kind.ITEM),
)


class Broken(Exception):  # noqa: N818  (a state of the text, not an error of ours)
    """The text is not YAML from some place on.

    Attributes:
        kind: What the reader stumbled over.
        at: Where it noticed, as a character from 0.
        since: Where the thing begins that it was reading.
    """

    def __init__(self, kind: Kind, at: int, since: int) -> None:
        super().__init__(kind, at, since)
        self.kind = kind
        self.at = at
        self.since = since


@contextmanager
def events(text: str, *, fast: bool = FAST) -> Iterator[Events]:
    """Give the events of a text, which must hold none of the characters that YAML forbids.

    Raises:
        Broken: The text is not YAML; raised inside the block, when the events come to that place.
    """
    parser = yaml.CSafeLoader(text) if fast else None
    try:
        yield cast(Events, iter(parser.get_event, None)) if parser else _pure(text)
    except MarkedYAMLError as trouble:
        raise _broken(trouble) from None
    finally:
        if parser:
            parser.dispose()


def _broken(trouble: MarkedYAMLError) -> Broken:
    said = f"{trouble.context or ''} | {trouble.problem or ''}"
    kind = next((kind for words, kind in _KINDS if words in said), Kind.OTHER)
    at = trouble.problem_mark.index if trouble.problem_mark else 0
    since = trouble.context_mark.index if trouble.context_mark else at
    return Broken(kind, at, since)


_QUESTION = re.compile(r"(?<=[^\s\[{,])\?")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SURROGATE_ESCAPE = re.compile(r"\\(u|U0000)[dD][89a-fA-F]")


class _Reader(yaml.SafeLoader):
    """PyYAML's own reader, as strict as libyaml about colons in brackets, as lenient about tabs."""

    def scan_plain(self) -> yaml.ScalarToken:
        """Refuse a colon without a space in brackets, as in ``{a:}``."""
        token = super().scan_plain()
        if self.flow_level and self.peek() == ":" and self.peek(1) in ",[]{}":
            raise Broken(Kind.UNSPACED, self.index, self.index)
        return token

    def scan_plain_spaces(self, indent: int, start_mark: object) -> list[str]:
        """Take a tab inside a text for part of it, and one at its end for nothing."""
        length = 0
        while self.peek(length) in (" ", "\t"):
            length += 1
        spaces = self.prefix(length)
        if "\t" in spaces:
            self.forward(length)
            if self.peek() not in "\r\n":
                return [spaces]
        return cast(list[str], super().scan_plain_spaces(indent, start_mark))

    def scan_to_next_token(self) -> None:
        """Skip what separates two tokens."""
        found = False
        while not found:
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0\r\n":
                    self.forward()
            if self.scan_line_break():  # type: ignore[no-untyped-call]
                if not self.flow_level:
                    self.allow_simple_key = True
            else:
                found = True


def _pure(text: str) -> Events:
    """Read without libyaml, with the same result.

    PyYAML's own reader ends a text at ``?`` inside brackets, where libyaml goes on; a stand-in that means
    nothing to it keeps it going.
    """
    question = next(chr(code) for code in range(0xF0000, 0xFFFFD) if chr(code) not in text)
    reader = _Reader(_QUESTION.sub(question, text))
    try:
        while reader.check_event():
            event = cast(Event, reader.get_event())  # type: ignore[no-untyped-call]
            kind: type[object] = type(event)
            if kind is SCALAR:
                event.value = event.value.replace(question, "?")
                if _SURROGATE.search(event.value):
                    escape = _SURROGATE_ESCAPE.search(text, event.start_mark.index)
                    at = escape.start() if escape else event.start_mark.index
                    raise Broken(Kind.ESCAPE, at, event.start_mark.index)
            yield event
    except (ValueError, OverflowError):
        raise Broken(Kind.ESCAPE, reader.index, reader.index) from None
    finally:
        reader.dispose()
