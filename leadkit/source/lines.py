"""One line of YAML, taken apart as far as its own characters allow."""

from __future__ import annotations

import re
from functools import cached_property

_NAMED = re.compile(r"""(?P<before>[ \t]*(?:-[ \t]+)*)(?P<name>"[^"]*"|'[^']*'|[^\s:#'"][^:#]*?)[ \t]*:(?=[ \t]|$)""")
_ITEM = re.compile(r"[ \t]*(?:-[ \t]+)+")
_LACKS_SPACE = re.compile(r"([ \t]*(?:-[ \t]+)*[A-Za-z_][\w\-]*):(?=[^\s/])")
_COMMENT = re.compile(r"[ \t]+#(?=[ \t]|$).*")
_CUT = re.compile(r"(?<=\S)[ \t]+(#[^\s#].*)")


class Line:
    """A line without its break.

    Attributes:
        text: The line.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @property
    def indent(self) -> str:
        """What stands before its first visible character."""
        return self.text[: len(self.text) - len(self.text.lstrip(" \t"))]

    @property
    def silent(self) -> bool:
        """Whether it says nothing: it is empty or a comment."""
        return self.text.lstrip()[:1] in ("", "#")

    @cached_property
    def _named(self) -> re.Match[str] | None:
        return _NAMED.match(self.text)

    @property
    def name(self) -> str | None:
        """The line up to and including the name of its field; None where it has none."""
        return self.text[: self._named.end() - 1].rstrip() if self._named else None

    @property
    def _head(self) -> int:
        """Where the value begins."""
        named = self._named or _ITEM.match(self.text)
        start = named.end() if named else len(self.indent)
        return start + len(self.text[start:]) - len(self.text[start:].lstrip(" \t"))

    @property
    def value_start(self) -> int:
        """Where the value begins, in characters from 0."""
        return self._head

    @property
    def value(self) -> str:
        """What follows the name or the dash, without a comment."""
        rest = self.text[self._head :]
        return _COMMENT.sub("", rest).rstrip()

    def with_value(self, value: str) -> str:
        """The line with another value, without its indentation and comment."""
        return (self.text[: self._head] + value).strip()

    @property
    def lacks_space(self) -> bool:
        """Whether it looks like a field whose colon is not followed by a space."""
        return _LACKS_SPACE.match(self.text) is not None

    @property
    def lacks_space_at(self) -> int:
        """Where that space is missing, in characters from 0."""
        found = _LACKS_SPACE.match(self.text)
        return found.end() if found else 0

    def spaced(self) -> str:
        """The line with a space after the first colon, without its indentation."""
        return _LACKS_SPACE.sub(r"\1: ", self.text, count=1).strip()

    @property
    def cut(self) -> str:
        """What follows a # that begins a comment without looking like one; empty where there is none."""
        found = None if self.value[:1] in ("'", '"') else _CUT.search(self.text)
        return found[1].rstrip() if found else ""
