"""What became of the edits of one clause: the lines that it is to print, and the values that counsel changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.returned.compared import Edited
    from leadkit.documents.returned.line import Line
    from leadkit.documents.tree.inline import Value


@dataclass(frozen=True, slots=True)
class Kept:
    """A value that stands in a line as it was.

    Attributes:
        start: Where in the line that is wanted.
        end: Where it ends there.
        path: Its field.
        number: Which value of the line it is, from 0.
    """

    start: int
    end: int
    path: str
    number: int


@dataclass(frozen=True, slots=True)
class Change:
    """A value that counsel wrote otherwise.

    Attributes:
        node: The value as it was printed.
        words: What stands in its place.
        lines: The line, for who wrote it.
    """

    node: Value
    words: str
    line: Line


@dataclass(frozen=True, slots=True)
class WantedLine:
    """A line that is to be printed, with what in it follows the program.

    Attributes:
        text: Its words, with marks for references.
        level: Depth of an item, from 0; None for a paragraph.
        was: Which line of the clause it is today, from 0; None for a new one.
        kept: The values in it that counsel left alone.
        changed: Where the values that counsel changed stand, each with its change.
    """

    text: str
    level: int | None = None
    was: int | None = None
    kept: tuple[Kept, ...] = ()
    changed: tuple[tuple[int, int, Change], ...] = ()


@dataclass(frozen=True, slots=True)
class Sorted:
    """The edits of a clause.

    Attributes:
        edited: The clause.
        lines: What it is to print.
        changes: The values that counsel wrote otherwise.
        touched: The lines that came back otherwise, for who edited the clause.
        findings: What is left to be made by hand.
    """

    edited: Edited
    lines: tuple[WantedLine, ...]
    changes: tuple[Change, ...]
    touched: tuple[Line, ...]
    findings: tuple[Diagnostic, ...]
