"""The text of one file: from lines and columns to characters, and edits that keep everything else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from leadkit.diagnostic import Edit, Span

LINE_BREAK = re.compile(r"\r\n|\r|\n")


class SourceText:
    """A file's text, addressed as an editor addresses it.

    Lines end at CRLF, LF or CR and nowhere else, as in every common editor; YAML's further line breaks
    (U+0085, U+2028, U+2029) are findings, so that no line number ever depends on them.

    Attributes:
        name: The file's name, as in spans.
        text: The decoded text.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each line starts, in characters from 0."""
        return (0, *(found.end() for found in LINE_BREAK.finditer(self.text)))

    def offset(self, line: int, column: int) -> int:
        """The character at a line and column, both from 1; a place beyond the text is its end."""
        if line > len(self.starts):
            return len(self.text)
        return min(self.starts[line - 1] + column - 1, len(self.text))

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column, both from 1, of a character."""
        from bisect import bisect_right

        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The span of the characters ``start`` to ``end``."""
        return Span(self.name, *self.position(start), *self.position(end))

    def line(self, number: int) -> str:
        """A line without its break; empty for a line that is not there."""
        if not 1 <= number <= len(self.starts):
            return ""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")

    def replace(self, span: Span, text: str) -> Edit:
        """The edit that puts ``text`` in the place of a span."""
        return Edit(self.name, self.offset(span.line, span.column), self.offset(span.end_line, span.end_column), text)

    def respell(self, span: Span, written: str, meant: str) -> Edit | None:
        """The edit that puts another word in the place of one, inside its quotes; None where it stands otherwise."""
        start, end = self.offset(span.line, span.column), self.offset(span.end_line, span.end_column)
        text = self.text[start:end]
        if text == written:
            return Edit(self.name, start, end, meant)
        if text in (f"'{written}'", f'"{written}"'):
            return Edit(self.name, start + 1, end - 1, meant)
        return None


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Apply the edits of one file, keeping every other character.

    Raises:
        ValueError: Two edits overlap or one lies outside the text, which is the fault of whoever made them.
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not done <= edit.start <= edit.end <= len(text):
            raise ValueError(f"edit {edit.start}-{edit.end} of {edit.file} overlaps another or lies outside the text")
        pieces += (text[done : edit.start], edit.text)
        done = edit.end
    pieces.append(text[done:])
    return "".join(pieces)


def quoted(value: str) -> str:
    """A value of one line in the quotes that need the fewest marks inside."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'
