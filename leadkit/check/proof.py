"""What edits bring and take away, and whether a repair did what it should, by what is found before and after.

A repair counts only where its finding is gone and no other is there that it made. What cannot be read hides other
findings: a misspelt field keeps the rules from running over its section. A repair that takes such a finding away may
bring those to light; they were there before. About what it wrote it may bring none, and any other repair may bring none
at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from leadkit.check.hiding import hides_others
from leadkit.source import SourceText

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic, Edit, Span

Key = tuple[str, str, str, int]
"""What makes a finding the same: its code, message, file and character, from 0."""

_LINE = re.compile(r"\bline \d+", re.IGNORECASE)


@dataclass(frozen=True)
class State:
    """A program as it was read and checked.

    Attributes:
        files: The text of each file by the name that spans give it.
        found: What was found and counts.
    """

    files: Mapping[str, str]
    found: tuple[Diagnostic, ...]

    @cached_property
    def texts(self) -> dict[str, SourceText]:
        """The files, addressed by line and column."""
        return {name: SourceText(name, text) for name, text in self.files.items()}

    def key(self, one: Diagnostic) -> Key:
        """The key of a finding; of lines that its message names only that it names them, for they may move."""
        message = _LINE.sub("line", one.message)
        if not one.spans:
            return one.code, message, "", 0
        span = one.spans[0]
        text = self.texts.get(span.file)
        return one.code, message, span.file, text.offset(span.line, span.column) if text else 0


def proves(before: State, after: State, wanted: Sequence[Diagnostic], edits: Mapping[str, Sequence[Edit]]) -> bool:
    """Whether the repairs of some findings did what they should.

    Args:
        before: The program without the repairs.
        after: The program with them.
        wanted: The findings whose repairs they are.
        edits: What the repairs wrote, by file.
    """
    removed = _keys(before, edits) - Counter(after.key(one) for one in after.found)
    if Counter(_moved(before.key(one), edits) for one in wanted) - removed:
        return False
    new = brought(before, after, edits)
    if not new:
        return True
    written = _written(edits, after.texts)
    hid = any(hides_others(one) and _moved(before.key(one), edits) in removed for one in before.found)
    return hid and not any(_is_about(one, written) for one in new)


def brought(before: State, after: State, edits: Mapping[str, Sequence[Edit]]) -> tuple[Diagnostic, ...]:
    """The findings that a program has with some edits and has not without them, in order.

    Args:
        before: The program without the edits.
        after: The program with them.
        edits: What they wrote, by file.
    """
    there = _keys(before, edits)
    new: list[Diagnostic] = []
    for one in after.found:
        key = after.key(one)
        if not there[key]:
            new.append(one)
        there[key] -= 1
    return tuple(new)


def _keys(before: State, edits: Mapping[str, Sequence[Edit]]) -> Counter[Key]:
    """The keys that findings have once the text before them has become longer or shorter."""
    return Counter(_moved(before.key(one), edits) for one in before.found)


def _moved(key: Key, edits: Mapping[str, Sequence[Edit]]) -> Key:
    """The key that a finding has once the text before it has become longer or shorter."""
    code, message, file, at = key
    shift = sum(len(edit.text) - (edit.end - edit.start) for edit in edits.get(file, ()) if edit.end <= at)
    return code, message, file, at + shift


def _written(edits: Mapping[str, Sequence[Edit]], texts: Mapping[str, SourceText]) -> tuple[Span, ...]:
    """Where what was written stands, in the text as it is then."""
    spans: list[Span] = []
    for name, own in edits.items():
        moved = 0
        for edit in sorted(own, key=lambda edit: edit.start):
            start = edit.start + moved
            moved += len(edit.text) - (edit.end - edit.start)
            spans.append(texts[name].span(start, start + len(edit.text)))
    return tuple(spans)


def _is_about(one: Diagnostic, written: tuple[Span, ...]) -> bool:
    """Whether a finding points at something that a repair wrote, or at what begins or ends beside it."""
    return any(
        place.file == span.file
        and (place.line, place.column) <= (span.end_line, span.end_column)
        and (span.line, span.column) <= (place.end_line, place.end_column)
        for place in one.spans[:1]
        for span in written
    )
