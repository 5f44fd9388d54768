"""Text of a program as Markdown that reads as that text, whatever it holds.

Characters are written as numeric references and never behind a backslash: a reference is understood in the same way by
Python-Markdown, by each of its extensions and by every CommonMark reader, and none of them looks for markup in it.
"""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What HTML has no character for, and marks that Python-Markdown keeps for itself."""
_ALWAYS = re.compile(r"[\\`*_{}\[\]<>&#|~^=@]|:(?=//)|(?<=[Ww]{3})\.|[^\S ]")
"""What some reader could take for markup or for an address, and spaces that a reader would cut off at an edge."""
_AT_START = re.compile(r"[+:-]|[0-9]{1,9}[.)]")
"""What only the start of a block turns into a list or a definition."""


def one_line(text: str) -> str:
    """Text on one line, as a browser would show it, with a mark for what cannot be shown."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", _SPACES.sub(" ", text))


def escaped(text: str) -> str:
    """Text that reads literally anywhere inside a block."""
    return _ALWAYS.sub(lambda match: _reference(match[0]), one_line(text))


def at_start(written: str) -> str:
    """Escape what would turn the start of a block into something else; all else in it is escaped already."""
    match = _AT_START.match(written)
    if match is None:
        return written
    mark = match.end() - 1
    return f"{written[:mark]}{_reference(written[mark])}{written[match.end() :]}"


def _reference(character: str) -> str:
    return f"&#{ord(character)};"
