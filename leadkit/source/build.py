"""From the events of a YAML reader to the tree, with a finding for what leadkit does without."""

from __future__ import annotations

import re

from leadkit.diagnostic import Code, Diagnostic, Span
from leadkit.source.characters import in_value
from leadkit.source.codes_structure import (
    ALIAS,
    COMPLEX_NAME,
    DUPLICATE_FIELD,
    EMPTY_NAME,
    MERGE_KEY,
    SEVERAL_DOCUMENTS,
    TOO_DEEP,
)
from leadkit.source.codes_syntax import TEMPLATE
from leadkit.source.lints import OPENING, Lints
from leadkit.source.making import make_entry, make_span, make_text
from leadkit.source.marks import properties
from leadkit.source.parse import ALIAS as ALIAS_EVENT
from leadkit.source.parse import DOCUMENT, END, GROUP, SCALAR, START, Broken, Event, Events, Kind, Mark
from leadkit.source.text import LINE_BREAK, SourceText
from leadkit.source.tree import Entry, Mapping, Node, Sequence, Text

DEPTH = 64
"""How many levels fields and lists may stand inside each other."""

_FREE = "notes"
_FREE_PREFIX = "x-"
_NULL = ("", "~")
_BLOCKS = ("|", ">")
_HEAD_WITHOUT_SPACE = re.compile(r"[|>][-+0-9]*#")


class _Frame:
    """A list or a group of fields that is still open."""

    __slots__ = ("entries", "flow", "free", "free_key", "items", "key", "last", "naming", "placeholder", "start")

    def __init__(self, start: Mark, group: bool, flow: bool) -> None:
        self.start = start
        self.flow = flow
        self.entries: dict[str, Entry] | None = {} if group else None
        self.items: list[Node] = []
        self.naming = group
        self.key: Text | None = None
        self.last: Node | None = None
        self.free: dict[str, Entry] = {}
        self.free_key: Text | None = None
        self.placeholder = False


class Builder:
    """Builds the tree of one file.

    Attributes:
        root: What the file holds; None where it holds nothing.
        diagnostics: What was found.
        incomplete: Whether something in the file had to be left out of the tree.
        block_lines: First and last line of what follows the first line of a text in quotes or in a block;
            a tab there is part of the text.
        quote: The last text in quotes that runs over several lines.
    """

    def __init__(self, source: SourceText, safe: str, hidden: str) -> None:
        self.source = source
        self.root: Node | None = None
        self.diagnostics: list[Diagnostic] = []
        self.incomplete = False
        self.block_lines: list[tuple[int, int]] = []
        self.quote: Span | None = None
        self._file = source.name
        self._safe = safe
        self._hidden = hidden
        self._lints = Lints(source, self.diagnostics)
        self._open: list[_Frame] = []
        self._documents = 0

    def build(self, events: Events) -> None:
        """Read all events, or those before the first that cannot be borne.

        Raises:
            Broken: The text is not YAML.
        """
        for event in events:
            kind: type[object] = type(event)
            if kind is SCALAR:
                self._put(self._text(event))
            elif kind in END:
                self._close(event.end_mark)
            elif kind in START:
                if len(self._open) == DEPTH:
                    self._stop(TOO_DEEP, event.start_mark, _TOO_DEEP, "Look for brackets that were never closed.")
                    return
                self._begin(event, kind is GROUP)
            elif kind is ALIAS_EVENT:
                self._alias(event)
            elif kind is DOCUMENT:
                self._documents += 1
                if self._documents > 1:
                    self._stop(SEVERAL_DOCUMENTS, event.start_mark, _SEVERAL, _ONE_DOCUMENT)
                    return

    def _text(self, event: Event) -> Text:
        """Make a text of a scalar, untyped."""
        start, end, value = event.start_mark, event.end_mark, event.value
        if self._hidden:
            value = value.replace(self._hidden, "")
        if event.style:
            return self._quoted(event, value)
        span = make_span(self._file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        if start.index == len(self._safe):
            # At the end of a file without a last line break libyaml counts one line too many.
            span = self.source.span(start.index, start.index)
        if event.anchor or event.tag:
            self.diagnostics += properties(self.source, event, value)
        if end.index in self._lints.cuts or value[:1] in OPENING:
            self._lints.plain(value, span, end.index)
        return make_text(None if value in _NULL else value, span, False)

    def _quoted(self, event: Event, value: str) -> Text:
        """Make a text of a scalar in quotes or in a block."""
        start, end = event.start_mark, event.end_mark
        if event.style in _BLOCKS:
            span = self._block(start, end)
        else:
            span = make_span(self._file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        if event.anchor or event.tag:
            self.diagnostics += properties(self.source, event, value)
        if (code := in_value(value)) is not None:
            self._report(code, span, _UNPRINTABLE, "Take it out of the text.")
        if span.end_line > span.line:
            self.block_lines.append((span.line + 1, span.end_line))
            self.quote = self.quote if event.style in _BLOCKS else span
        return make_text(value, span, True)

    def _block(self, start: Mark, end: Mark) -> Span:
        """The span of a block of text, which for a YAML reader includes the empty lines after it."""
        if _HEAD_WITHOUT_SPACE.match(self._safe, start.index):
            # libyaml alone takes the rest for a comment, and the text would be lost.
            raise Broken(Kind.START, start.index, start.index)
        text = self._safe[start.index : end.index].rstrip()
        breaks = list(LINE_BREAK.finditer(text))
        column = len(text) - breaks[-1].end() if breaks else start.column + len(text)
        last = start.line + 1 + len(breaks)
        return Span(self.source.name, start.line + 1, start.column + 1, last, column + 1)

    def _begin(self, event: Event, group: bool) -> None:
        if event.anchor is not None or event.tag is not None:
            self.diagnostics += properties(self.source, event, "")
        self._open.append(_Frame(event.start_mark, group, bool(event.flow_style)))

    def _close(self, end: Mark) -> None:
        """Finish a list or a group of fields, which in block style ends with its last value."""
        frame = self._open.pop()
        start = frame.start
        line, column = start.line + 1, start.column + 1
        if frame.flow:
            span = make_span(self._file, line, column, end.line + 1, end.column + 1)
        else:
            last = frame.last.span if frame.last else None
            end_line, end_column = (last.end_line, last.end_column) if last else (line, column)
            span = make_span(self._file, line, column, end_line, end_column)
        node: Node
        if frame.entries is None:
            node = Sequence(tuple(frame.items), span, (span,))
        else:
            node = Mapping(frame.entries, span, (span,), tuple(frame.free.values()))
        if frame.placeholder:
            self._forget()
        self._put(node, start)

    def _put(self, node: Node, start: Mark | None = None) -> None:
        """Put a finished node where it belongs; ``start`` is where a list or group begins."""
        if not self._open:
            self.root = node
            return
        frame = self._open[-1]
        frame.last = node
        if frame.entries is None:
            frame.items.append(node)
        elif frame.naming:
            frame.naming = False
            frame.free_key = None
            frame.key = self._name(frame, node, start)
        else:
            frame.naming = True
            key = frame.key
            if key is not None and key.value is not None:
                frame.entries[key.value] = make_entry(key, node)
                if frame.flow or node.span.line != key.span.line:
                    self._lints.value(key, node, frame.flow)
            elif frame.free_key is not None and frame.free_key.value is not None:
                frame.free[frame.free_key.value] = make_entry(frame.free_key, node)

    def _name(self, frame: _Frame, node: Node, start: Mark | None) -> Text | None:
        """The name of a field, or None where the field is free or has no name to be kept by."""
        if not isinstance(node, Text):
            self._complex(node.span, start.index if start else 0)
            return None
        name = node.value
        if not name:
            self._drop(EMPTY_NAME, node.span, "This field has no name.", "Give it a name, or delete it.")
            return None
        if name == "<<" and not node.quoted:
            self._drop(MERGE_KEY, node.span, "Fields are copied here with <<.", _WRITE_OUT)
            return None
        if frame.entries is not None and name in frame.entries:
            self._duplicate(node, frame.entries[name].key)
            return None
        if name == _FREE or name.startswith(_FREE_PREFIX):
            if name in frame.free:
                self._duplicate(node, frame.free[name].key)
            frame.free_key = node
            return None
        return node

    def _duplicate(self, second: Text, first: Text) -> None:
        finding = DUPLICATE_FIELD.at(
            second.span,
            first.span,
            message=f'The field "{second.value}" stands here twice; the first is in line {first.span.line}.',
            remedy="Keep one of the two.",
        )
        self.diagnostics.append(finding)

    def _complex(self, span: Span, start: int) -> None:
        if self._safe[start - 1 : start + 1] == "{{":
            self._open[-1].placeholder = True
            whole = Span(self._file, span.line, span.column - 1, span.end_line, span.end_column)
            self._drop(TEMPLATE, whole, "The value begins with {{, a placeholder that leadkit does not fill.", _FILL)
        else:
            self._drop(COMPLEX_NAME, span, "A list or a group of fields stands where a name should.", _ONE_NAME)

    def _alias(self, event: Event) -> None:
        start, end = event.start_mark, event.end_mark
        span = make_span(self._file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        message = f"The value is taken from another place with *{event.anchor}."
        self._drop(ALIAS, span, message, _WRITE_OUT + " A text that begins with a star needs quotes.")
        self._forget()
        self._put(Text(None, span, False, (span,)))

    def _forget(self) -> None:
        """Leave out the field whose value cannot be known, so that nothing is said of the value besides."""
        if self._open and self._open[-1].entries is not None and not self._open[-1].naming:
            self._open[-1].key = None

    def _drop(self, code: Code, span: Span, message: str, remedy: str) -> None:
        self.incomplete = True
        self._report(code, span, message, remedy)

    def _stop(self, code: Code, mark: Mark, message: str, remedy: str) -> None:
        width = 1 if code is TOO_DEEP else len("---")
        line, column = mark.line + 1, mark.column + 1
        place = Span(self._file, line, column, line, column + width)
        self._drop(code, place, message, remedy)
        if code is TOO_DEEP:
            self.root = None

    def _report(self, code: Code, span: Span, message: str, remedy: str) -> None:
        self.diagnostics.append(code.at(span, message=message, remedy=remedy))


_WRITE_OUT = "Write the value out here; what several programs share belongs in a base folder named by extends."
_FILL = "Write the value itself, or say under open that it is not decided."
_ONE_NAME = "Give the field one short name; if a bracket or brace begins a text, put the text in quotes."
_TOO_DEEP = f"Here fields and lists stand more than {DEPTH} levels inside each other."
_SEVERAL = "A second document begins here, and would be lost."
_ONE_DOCUMENT = "Delete this line, or move what follows to a file of its own."
_UNPRINTABLE = "An escape in this value gives a control character, which no document can print."
