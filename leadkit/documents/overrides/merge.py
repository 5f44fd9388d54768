"""Three texts of one clause merged: what it was, what we made of it, and what the library made of it since.

What is compared is a paragraph, an item, a row, a heading or a tag as a whole: two changes inside one sentence never
make a third sentence that nobody has read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from leadkit.documents.compare.steps import steps

_OWN_LINE = re.compile(r"\s*(?:\{%|\{#|#|\||(?:[0-9]+[.)]|[-*+])\s)")
"""What begins a unit of its own without an empty line before it: a tag, a comment, a heading, a row, an item."""
_CLOSED = re.compile(r"\s*(?:\{%|\{#|#|\|)")
"""What is a unit by itself: the line below it does not go on with it."""


@dataclass(frozen=True, slots=True)
class _Change:
    """What takes the place of the units ``start`` to ``end`` of the text before."""

    start: int
    end: int
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """What became of two changes to one text.

    Attributes:
        text: The text with both changes; where they meet, with ours.
        conflicts: Where they meet: our words and theirs.
    """

    text: str
    conflicts: tuple[tuple[str, str], ...] = ()


def merge(before: str, ours: str, theirs: str) -> Merge:
    """Merge two changes to one text.

    Args:
        before: The text that both were made from.
        ours: What an override made of it.
        theirs: What the library made of it since.
    """
    old = units(before)
    own = [*_changes(old, units(ours))]
    changes = list(own)
    conflicts: list[tuple[str, str]] = []
    for other in _changes(old, units(theirs)):
        meeting = [each for each in own if _meet(each, other)]
        if not meeting:
            changes.append(other)
        elif meeting != [other]:
            conflicts.append((_said(meeting), "".join(other.units)))
    return Merge(_applied(old, changes), tuple(conflicts))


def _said(changes: list[_Change]) -> str:
    return "".join(unit for change in changes for unit in change.units)


def _applied(old: list[str], changes: list[_Change]) -> str:
    pieces: list[str] = []
    done = 0
    for change in sorted(changes, key=lambda each: (each.start, each.end)):
        pieces += (*old[done : change.start], *change.units)
        done = change.end
    return "".join((*pieces, *old[done:]))


def units(text: str) -> list[str]:
    """A text in the pieces that are compared as a whole; together they are the text, with a line break at its end."""
    found: list[str] = []
    for line in text.rstrip("\n").split("\n"):
        goes_on = bool(found) and bool(found[-1].strip()) and not _CLOSED.match(found[-1])
        if goes_on and line.strip() and not _OWN_LINE.match(line):
            found[-1] += line + "\n"
        else:
            found.append(line + "\n")
    return found


def _changes(old: list[str], new: list[str]) -> Iterator[_Change]:
    for kind, start, end, first, last in steps(old, new):
        if kind != "equal":
            yield _Change(start, end, tuple(new[first:last]))


def _meet(one: _Change, other: _Change) -> bool:
    """Whether two changes touch the same units, or one adds where the other changes."""
    if one.start < other.end and other.start < one.end:
        return True
    adds = one.start == one.end or other.start == other.end
    return adds and one.start <= other.end and other.start <= one.end
