"""Two lists of texts compared, in a time that stays small whatever they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

Step: TypeAlias = "tuple[str, int, int, int, int]"
_PAIRS = 3_000_000
"""How many pairs of equal texts are looked at; a long clause and its change have a hundredth of it."""


def steps(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """How one list becomes the other, as ``difflib`` tells it: equal, replace, delete or insert, each with its bounds.

    Where the lists are made of the same text over and over, what lies between their common ends is replaced whole.
    """
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    found = [("equal", 0, start, 0, start)] if start else []
    found += [(kind, a + start, b + start, c + start, d + start) for kind, a, b, c, d in _between(before, after)]
    if end:
        found.append(("equal", len(old) - end, len(old), len(new) - end, len(new)))
    return found


def _between(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    counted = Counter(new)
    if sum(counted[text] for text in old) > _PAIRS:
        return [("replace", 0, len(old), 0, len(new))]
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
