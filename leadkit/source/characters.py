"""Characters that cannot be seen, or are not what they look like."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from leadkit.diagnostic import Code, Diagnostic, Edit, Fix
from leadkit.source.codes_place import (
    CONTROL_CHARACTER,
    EXOTIC_SPACE,
    INVISIBLE_CHARACTER,
    TAB,
    UNUSUAL_LINE_BREAK,
)
from leadkit.source.text import SourceText

CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
BREAKS = "\x85\u2028\u2029"
INVISIBLE = "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

_SUSPECT = re.compile(f"[{CONTROLS}{BREAKS}{INVISIBLE}]")
_CONTROL = re.compile(f"[{CONTROLS}]")
_BREAK = re.compile(f"[{BREAKS}]")
_INDENTED = re.compile(rf"^ *[{SPACES}][ {SPACES}]*(?=\S)", re.MULTILINE)
_AFTER_COLON = re.compile(rf"[ ]*(?:- +)*[\w\-.]+:([ ]*[{SPACES}][ {SPACES}]*)(?=\S)")
_SPACE = re.compile(f"[{SPACES}]")
_BLANK_TABS = re.compile(r"^ *\t[ \t]*(?=[\r\n]|\Z)", re.MULTILINE)
_TABBED = re.compile(r"^ *\t[ \t]*(?=[^\s#])", re.MULTILINE)
_SHOWN = 5

_NAMES = {0: "NUL", 7: "bell", 8: "backspace", 12: "form feed", 27: "escape", 127: "delete"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A text made safe for a YAML reader, character for character as long as the original.

    Attributes:
        safe: The text to be parsed.
        hidden: The character that stands in ``safe`` for each one that must not be read; may be empty.
        lines: The lines that have a finding.
        diagnostics: What was found.
    """

    safe: str
    hidden: str
    lines: frozenset[int]
    diagnostics: tuple[Diagnostic, ...]


def check(source: SourceText) -> Checked:
    """Find what cannot be seen, and make the rest readable, so that its findings are not lost."""
    text = source.text
    found: list[Diagnostic] = []
    places: list[int] = []
    hidden = ""
    suspects = [match.start() for match in _SUSPECT.finditer(text)]
    if suspects:
        hidden = next(chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text)
        places += suspects
        found += _suspects(source, suspects)
        text = _SUSPECT.sub(hidden, text)
    if "\t" in text:
        # A tab in an empty line means nothing, and the two YAML readers disagree about it.
        text = _BLANK_TABS.sub(lambda match: " " * len(match[0]), text)
    indented = [] if text.isascii() else [(match.start(), match.end()) for match in _INDENTED.finditer(text)]
    if indented:
        places += [start for start, _ in indented]
        found.append(_exotic(source, indented))
        text = _INDENTED.sub(lambda match: " " * len(match[0]), text)
    lines = frozenset(source.position(place)[0] for place in places)
    return Checked(text, hidden, lines, tuple(found))


def in_value(value: str) -> Code | None:
    """The code for a value to which an escape gave a character that no document can print."""
    return CONTROL_CHARACTER if _CONTROL.search(value) else None


def has_exotic(line: str) -> bool:
    """Whether a line contains a space that is none."""
    return _SPACE.search(line) is not None


def exotic_after_colon(line: str) -> tuple[int, int] | None:
    """Where the special spaces after the colon of a field stand, in characters from 0."""
    found = _AFTER_COLON.match(line)
    return found.span(1) if found else None


def tabs(source: SourceText) -> list[tuple[int, int]]:
    """The indentations that contain a tab, as characters from 0; lines that say nothing are passed over."""
    return [(match.start(), match.end()) for match in _TABBED.finditer(source.text)]


def tabbed(source: SourceText, places: list[tuple[int, int]]) -> Diagnostic:
    """The finding for lines indented with tabs."""
    spans = tuple(source.span(*place) for place in places[:_SHOWN])
    return TAB.at(
        *spans,
        message=f"{_lines(len(places))} indented with a tab.",
        remedy="Indent with spaces, two for each level; most editors can do this for the whole file.",
    )


def _suspects(source: SourceText, places: list[int]) -> list[Diagnostic]:
    """One finding for each kind, however often it occurs."""
    kinds: dict[Code, list[int]] = {}
    for place in places:
        character = source.text[place]
        control = _CONTROL.match(character)
        kind = CONTROL_CHARACTER if control else UNUSUAL_LINE_BREAK if _BREAK.match(character) else INVISIBLE_CHARACTER
        kinds.setdefault(kind, []).append(place)
    return [_suspect(source, kind, places) for kind, places in kinds.items()]


def _suspect(source: SourceText, kind: Code, places: list[int]) -> Diagnostic:
    """Name the first of them, and offer to take all of them out."""
    spans = tuple(source.span(place, place + 1) for place in places[:_SHOWN])
    more = f", and {len(places) - 1} more in this file" if len(places) > 1 else ""
    message = f"Line {spans[0].line} contains {_described(source.text[places[0]])}{more}."
    if kind is UNUSUAL_LINE_BREAK:
        edits = tuple(Edit(source.name, place, place + 1, " ") for place in places)
        return kind.at(
            *spans,
            message=message,
            remedy="Put an ordinary line break or a space in its place.",
            fix=Fix("Put a space in its place", edits),
        )
    edits = tuple(Edit(source.name, place, place + 1, "") for place in places)
    escape = f" If the text needs it, write \\u{ord(source.text[places[0]]):04x} inside double quotes."
    return kind.at(
        *spans,
        message=message,
        remedy="Delete it." + (escape if kind is INVISIBLE_CHARACTER else ""),
        fix=Fix("Delete it", edits),
    )


def _described(character: str) -> str:
    """A character by its code and, where it has one, its name."""
    code = ord(character)
    name = unicodedata.name(character, "control character").lower()
    return f"U+{code:04X} ({_NAMES.get(code, name)})"


def _exotic(source: SourceText, places: list[tuple[int, int]]) -> Diagnostic:
    """The finding for lines indented with spaces that are none."""
    spans = tuple(source.span(*place) for place in places[:_SHOWN])
    edits = tuple(Edit(source.name, start, end, " " * (end - start)) for start, end in places)
    return EXOTIC_SPACE.at(
        *spans,
        message=f"{_lines(len(places))} indented with a no-break or other special space.",
        remedy="Indent with ordinary spaces.",
        fix=Fix("Put ordinary spaces in their place", edits),
    )


def _lines(count: int) -> str:
    return "This line is" if count == 1 else f"This line and {count - 1} more are"
