"""The repair of lines indented with tabs: spaces, where it is plain how many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from leadkit.diagnostic import Diagnostic, Edit, Fix
from leadkit.source.lines import Line
from leadkit.source.text import SourceText, apply
from leadkit.source.tree import Mapping, plain

_WIDTHS = (2, 4, 8)
"""What editors show a tab as; two is how the files of a program are indented."""


@dataclass(frozen=True, slots=True)
class Readable:
    """What a file says with spaces in the place of tabs.

    Attributes:
        root: Its sections.
        block_lines: First and last line of each text of several lines.
    """

    root: Mapping
    block_lines: tuple[tuple[int, int], ...]


def with_spaces(
    finding: Diagnostic,
    source: SourceText,
    places: list[tuple[int, int]],
    read: Callable[[str], Readable | None],
) -> Diagnostic:
    """The finding with its repair, where it is plain how many spaces are meant.

    That is where the lines come to stand in the column of a line beside them, or, failing that, where every width with
    which the file can be read gives it the same meaning.

    Args:
        finding: The finding about the tabs.
        source: The file.
        places: The indentations with a tab, as characters from 0.
        read: Reads a text; None where it cannot be read.
    """
    if not places:
        return finding
    meant = [found for width in _WIDTHS if (found := _indented(source, places, width, read)) is not None]
    meant = [one for one in meant if _lined_up(source, one[1])] or meant
    if not meant:
        return finding
    first, edits = meant[0]
    alone = len(meant) == 1  # then nothing shows whether a tab inside a text would become another text
    if (alone and _in_texts(source, edits, first)) or any(plain(one.root) != plain(first.root) for one, _ in meant):
        return finding
    colons = " and put a space after the colon" if len(edits) > len(places) else ""
    return replace(finding, fix=Fix(f"Indent with spaces{colons}", edits))


def _indented(
    source: SourceText, places: list[tuple[int, int]], width: int, read: Callable[[str], Readable | None]
) -> tuple[Readable, tuple[Edit, ...]] | None:
    """What the file says with tabs of a width, and the edits; None where it cannot be read.

    A line without the space after its colon may be read, too, as more of the text above, which nobody means: so the
    space is put there first.
    """
    indents = tuple(
        Edit(source.name, start, end, source.text[start:end].replace("\t", " " * width)) for start, end in places
    )
    if spaces := _missing_spaces(source, places):
        readable = read(apply(source.text, (*indents, *spaces)))
        if readable is not None and not _in_texts(source, spaces, readable):
            return readable, (*indents, *spaces)
    readable = read(apply(source.text, indents))
    return None if readable is None else (readable, indents)


def _missing_spaces(source: SourceText, places: list[tuple[int, int]]) -> tuple[Edit, ...]:
    """The spaces that the colons of these lines lack, without which the file cannot be read as it is meant."""
    found = []
    for number in (source.position(start)[0] for start, _ in places):
        line = Line(source.line(number))
        if line.lacks_space:
            at = source.starts[number - 1] + line.lacks_space_at
            found.append(Edit(source.name, at, at, " "))
    return tuple(found)


def _lined_up(source: SourceText, edits: tuple[Edit, ...]) -> bool:
    """Whether each line begins in the column of the nearest line above or below that is indented with spaces."""
    indents = [edit for edit in edits if edit.end > edit.start]
    tabbed = {source.position(edit.start)[0] for edit in indents}
    for edit in indents:
        number = source.position(edit.start)[0]
        beside = [_beside(source, numbers, tabbed) for numbers in (range(number - 1, 0, -1), _below(source, number))]
        if len(edit.text) not in beside:
            return False
    return True


def _below(source: SourceText, number: int) -> range:
    return range(number + 1, len(source.starts) + 1)


def _beside(source: SourceText, numbers: range, tabbed: set[int]) -> int | None:
    """By how much the first of some lines is indented that says something and has no tab before it."""
    lines = (Line(source.line(number)) for number in numbers if number not in tabbed)
    return next((len(line.indent) for line in lines if not line.silent), None)


def _in_texts(source: SourceText, edits: tuple[Edit, ...], readable: Readable) -> bool:
    """Whether one of some edits is made in a text of several lines."""
    lines = [source.position(edit.start)[0] for edit in edits]
    return any(first <= line <= last for line in lines for first, last in readable.block_lines)
