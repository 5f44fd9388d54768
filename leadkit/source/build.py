"""From the events of a YAML reader to the tree, with a finding for each part of YAML that leadkit does without."""

from __future__ import annotations

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
from leadkit.source.lints import Lints
from leadkit.source.marks import properties
from leadkit.source.parse import ALIAS as ALIAS_EVENT
from leadkit.source.parse import DOCUMENT, END, GROUP, SCALAR, START, Event, Events, Mark
from leadkit.source.text import SourceText
from leadkit.source.tree import Entry, Mapping, Node, Sequence, Text

DEPTH = 64
"""How many levels fields and lists may stand inside each other."""

_FREE = "notes"
_FREE_PREFIX = "x-"
_NULL = ("", "~")


class _Frame:
    """A list or a group of fields that is still open."""

    __slots__ = ("end_column", "end_line", "entries", "flow", "free", "items", "key", "naming", "start")

    def __init__(self, start: Mark, group: bool, flow: bool) -> None:
        self.start = start
        self.end_line = start.line + 1
        self.end_column = start.column + 1
        self.flow = flow
        self.entries: dict[str, Entry] | None = {} if group else None
        self.items: list[Node] = []
        self.naming = group
        self.key: Text | None = None
        self.free: dict[str, Text] = {}


class Builder:
    """Builds the tree of one file.

    Attributes:
        root: What the file holds; None where it holds nothing.
        diagnostics: What was found.
        incomplete: Whether something in the file had to be left out of the tree.
        block_lines: The lines after the first of each text in quotes or in a block, where a tab is part of the text.
    """

    def __init__(self, source: SourceText, safe: str, hidden: str) -> None:
        self.source = source
        self.root: Node | None = None
        self.diagnostics: list[Diagnostic] = []
        self.incomplete = False
        self.block_lines: list[tuple[int, int]] = []
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
                self._begin(event)
            elif kind is ALIAS_EVENT:
                self._alias(event)
            elif kind is DOCUMENT:
                self._documents += 1
                if self._documents > 1:
                    self._stop(SEVERAL_DOCUMENTS, event.start_mark, _SEVERAL, _ONE_DOCUMENT)
                    return

    def _text(self, event: Event) -> Text:
        """Make a text of a scalar, untyped."""
        start, end, value, style = event.start_mark, event.end_mark, event.value, event.style
        name = self.source.name
        if style == "|" or style == ">":
            span = self._block(start.index, end.index)
        else:
            span = Span(name, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        if self._hidden:
            value = value.replace(self._hidden, "")
        if event.anchor is not None or event.tag is not None:
            self.diagnostics += properties(self.source, event, value)
        if style:
            if (code := in_value(value)) is not None:
                self._report(code, span, _UNPRINTABLE, "Take it out of the text.")
            if span.end_line > span.line:
                self.block_lines.append((span.line + 1, span.end_line))
            return Text(value, span, True, (span,))
        self._lints.plain(value, span, end.index)
        return Text(None if value in _NULL else value, span, False, (span,))

    def _block(self, start: int, end: int) -> Span:
        """The span of a block of text, which for a YAML reader includes the empty lines after it."""
        return self.source.span(start, start + len(self._safe[start:end].rstrip()))

    def _begin(self, event: Event) -> None:
        if event.anchor is not None or event.tag is not None:
            self.diagnostics += properties(self.source, event, "")
        self._open.append(
            _Frame(event.start_mark, event.__class__ is GROUP, bool(event.flow_style))
        )

    def _close(self, end: Mark) -> None:
        frame = self._open.pop()
        if frame.flow:
            frame.end_line, frame.end_column = end.line + 1, end.column + 1
        start = frame.start
        span = Span(self.source.name, start.line + 1, start.column + 1, frame.end_line, frame.end_column)
        node: Node
        if frame.entries is None:
            node = Sequence(tuple(frame.items), span, (span,))
        else:
            node = Mapping(frame.entries, span, (span,))
        self._put(node, frame)

    def _put(self, node: Node, of: _Frame | None = None) -> None:
        """Put a finished node where it belongs."""
        if not self._open:
            self.root = node
            return
        frame = self._open[-1]
        span = node.span
        frame.end_line, frame.end_column = span.end_line, span.end_column
        if frame.entries is None:
            frame.items.append(node)
        elif frame.naming:
            frame.naming = False
            frame.key = self._name(frame, node, of)
        else:
            frame.naming = True
            if (key := frame.key) is not None and key.value is not None:
                frame.entries[key.value] = Entry(key, node)
                if span.line != key.span.line or frame.flow:
                    self._lints.value(key, node, frame.flow)

    def _name(self, frame: _Frame, node: Node, of: _Frame | None) -> Text | None:
        """The name of a field, or None where the field is free or has no name to be kept by."""
        if not isinstance(node, Text):
            self._complex(node.span, of.start.index if of else 0)
            return None
        name = node.value
        if not name:
            self._drop(EMPTY_NAME, node.span, "This field has no name.", "Give it a name, or delete it.")
            return None
        if name == "<<" and not node.quoted:
            self._drop(MERGE_KEY, node.span, "Fields are copied here with <<.", _WRITE_OUT)
            return None
        known = frame.free.get(name)
        if known is None and frame.entries is not None and name in frame.entries:
            known = frame.entries[name].key
        if known is not None:
            finding = DUPLICATE_FIELD.at(
                node.span,
                known.span,
                message=f'The field "{name}" stands here twice; the first is in line {known.span.line}.',
                remedy="Keep one of the two.",
            )
            self.diagnostics.append(finding)
            return None
        if name == _FREE or name.startswith(_FREE_PREFIX):
            frame.free[name] = node
            return None
        return node

    def _complex(self, span: Span, start: int) -> None:
        if self._safe[start - 1 : start + 1] == "{{":
            self._drop(TEMPLATE, span, "The value begins with {{, a placeholder that leadkit does not fill.", _FILL)
        else:
            self._drop(COMPLEX_NAME, span, "A list or a group of fields stands where a name should.", _ONE_NAME)

    def _alias(self, event: Event) -> None:
        start, end = event.start_mark, event.end_mark
        span = Span(self.source.name, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        message = f"The value is taken from another place with *{event.anchor}."
        self._drop(ALIAS, span, message, _WRITE_OUT + " A text that begins with a star needs quotes.")
        if self._open and self._open[-1].entries is not None and not self._open[-1].naming:
            self._open[-1].key = None
        self._put(Text(None, span, False, (span,)))

    def _drop(self, code: Code, span: Span, message: str, remedy: str) -> None:
        self.incomplete = True
        self._report(code, span, message, remedy)

    def _stop(self, code: Code, mark: Mark, message: str, remedy: str) -> None:
        width = 1 if code is TOO_DEEP else len("---")
        line, column = mark.line + 1, mark.column + 1
        place = Span(self.source.name, line, column, line, column + width)
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
