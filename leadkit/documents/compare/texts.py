"""What changed from one text to another, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leadkit.documents.compare.steps import stretches
from leadkit.documents.tree.change import Change

_WORD = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\[#.*?\]|\w+(?:[’'-]\w+)*|\s+|.", re.DOTALL)
"""A value, a tag, an id, a word, or one sign: a value that changes is one change, whatever stands in it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text that was kept, removed or added."""

    change: Change
    text: str


def words_changed(old: str, new: str) -> tuple[Stretch, ...]:
    """The stretches of two texts in order: all but the added are the old text, all but the removed the new."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    return tuple(Stretch(change, "".join(parts)) for change, parts in stretches(before, after, str, _is_blank))


def is_changed(stretches: tuple[Stretch, ...]) -> bool:
    """Whether anything was removed or added."""
    return any(each.change is not Change.KEPT for each in stretches)


def _is_blank(part: str) -> bool:
    return part.isspace() and "\n" not in part
