"""What changed from one text to another, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from leadkit.documents.compared import steps

_WORD = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\[#.*?\]|\w+(?:[’'-]\w+)*|\s+|.", re.DOTALL)
"""A value, a tag, an id, a word, or one sign: a value that changes is one change, whatever stands in it."""


class Change(StrEnum):
    """What became of a stretch of text."""

    KEPT = "kept"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text that was kept, taken out or put in."""

    change: Change
    text: str


def words_changed(old: str, new: str) -> tuple[Stretch, ...]:
    """The stretches of two texts in order: what is kept and out is the old text, what is kept and in is the new."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    return tuple(_joined(_stretches(before, after)))


def is_changed(stretches: tuple[Stretch, ...]) -> bool:
    """Whether anything was taken out or put in."""
    return any(each.change is not Change.KEPT for each in stretches)


def _stretches(before: list[str], after: list[str]) -> Iterator[Stretch]:
    for kind, start, end, first, last in steps(before, after):
        if kind == "equal":
            yield Stretch(Change.KEPT, "".join(before[start:end]))
            continue
        yield Stretch(Change.OUT, "".join(before[start:end]))
        yield Stretch(Change.IN, "".join(after[first:last]))


def _joined(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Without empty stretches, and with a lone blank between two changes counted to both: changes read as phrases."""
    found = [each for each in stretches if each.text]
    out, into = "", ""
    for index, each in enumerate(found):
        lone = each.change is Change.KEPT and (out or into) and index + 1 < len(found) and each.text.isspace()
        if each.change is Change.KEPT and not (lone and "\n" not in each.text):
            yield from _told(out, into)
            out, into = "", ""
            yield each
        else:
            out += each.text if each.change is not Change.IN else ""
            into += each.text if each.change is not Change.OUT else ""
    yield from _told(out, into)


def _told(out: str, into: str) -> Iterator[Stretch]:
    if out:
        yield Stretch(Change.OUT, out)
    if into:
        yield Stretch(Change.IN, into)
