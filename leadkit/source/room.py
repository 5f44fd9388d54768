"""Where in a text there is room for new entries."""

from __future__ import annotations

import re

from leadkit.diagnostic import Edit, Span
from leadkit.source.text import LINE_BREAK, SourceText
from leadkit.source.tree import Entry, Mapping, Plain, Text
from leadkit.source.writing import to_yaml

_INDENT = re.compile(r" *")
_VERSIONS = "versions"
_OWN_LINES = "Write the group in lines of its own, one field below the other, and try again."


class NoRoomError(Exception):
    """There is no room.

    Attributes:
        span: Where.
        message: Why not, in one sentence.
        remedy: What to do.
    """

    def __init__(self, span: Span, why: str, remedy: str = _OWN_LINES) -> None:
        self.span, self.remedy = span, remedy
        self.message = f"New entries cannot be added here: {why}."
        super().__init__(self.message)


def edits_for(text: SourceText, entry: Entry, more: dict[str, Plain]) -> list[Edit]:
    """The edits that add fields to the group that an entry holds, and to the groups inside it.

    Raises:
        NoRoomError: A line at the end would not do.
    """
    node = entry.value
    if isinstance(node, Text):
        return [_below(text, entry, more)]
    if not isinstance(node, Mapping):
        raise NoRoomError(node.span, "a list stands where entries should")
    if _VERSIONS in node.entries:
        raise NoRoomError(node.entries[_VERSIONS].key.span, "the group changes by date as a whole")
    edits: list[Edit] = []
    new: dict[str, Plain] = {}
    for name, value in more.items():
        if name in node.entries and isinstance(value, dict):
            edits += edits_for(text, node.entries[name], value)
        else:
            new[name] = value
    return [*edits, *([_at_end(text, node, new)] if new else [])]


def at_end_of_file(text: SourceText, sections: dict[str, Plain]) -> Edit:
    """The edit that adds sections to a file."""
    return Edit(text.name, len(text.text), len(text.text), _opened(text, len(text.text)) + _lines(text, sections, 0))


def _below(text: SourceText, entry: Entry, more: dict[str, Plain]) -> Edit:
    """Add the first fields below a name with nothing after it."""
    node, key = entry.value, entry.key
    if (
        not isinstance(node, Text)
        or node.value is not None
        or (node.span.line, node.span.column)
        != (
            node.span.end_line,
            node.span.end_column,
        )
    ):
        raise NoRoomError(node.span, "a value stands where entries should")
    at = text.offset(key.span.end_line + 1, 1)
    return Edit(text.name, at, at, _opened(text, at) + _lines(text, more, key.span.column + 1))


def _at_end(text: SourceText, node: Mapping, new: dict[str, Plain]) -> Edit:
    if text.text[text.offset(node.span.line, node.span.column)] == "{":
        raise NoRoomError(node.span, "the group is written in braces")
    indent = node.span.column - 1
    at = text.offset(_last_line(text, node.span.end_line, indent) + 1, 1)
    keys = [entry.key for entry in node.entries.values()]  # none where every field is the planner's alone
    apart = len(keys) > 1 and _stands_apart(text, keys[-1].span.line)
    return Edit(text.name, at, at, _opened(text, at) + _lines(text, new, indent, apart=apart))


def _stands_apart(text: SourceText, number: int) -> bool:
    """Whether an empty line stands above a line and the remarks on it."""
    number -= 1
    while text.line(number).lstrip().startswith("#"):
        number -= 1
    return not text.line(number).strip()


def _last_line(text: SourceText, last: int, indent: int) -> int:
    """The last line that belongs to a group: remarks as deep as its fields do too."""
    number = last
    while number < len(text.starts):
        number += 1
        line = text.line(number)
        if not line.strip():
            continue
        if len(_INDENT.match(line)[0]) < indent:  # type: ignore[index]  # it matches any text
            break
        last = number
    return last


def _opened(text: SourceText, at: int) -> str:
    """A line break where the line before has none."""
    return _break(text) if at and text.text[at - 1] not in "\r\n" else ""


def _lines(text: SourceText, fields: dict[str, Plain], indent: int, *, apart: bool = False) -> str:
    """Fields as lines of a file, with its line breaks; with an empty line before each where the file has it so."""
    pieces = [to_yaml({name: value}) for name, value in fields.items()]
    lines = [line for piece in pieces for line in ([""] if apart else []) + piece.removesuffix("\n").split("\n")]
    end = _break(text)  # a text of thousands of lines is looked through once, not once for each
    return "".join(f"{' ' * indent if line else ''}{line}{end}" for line in lines)


def _break(text: SourceText) -> str:
    """The line break of the file; of one in a single line the usual."""
    found = LINE_BREAK.search(text.text)
    return found[0] if found else "\n"
