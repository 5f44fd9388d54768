"""Two lists compared part by part, in a time that stays small whatever they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias, TypeVar

from leadkit.documents.tree.change import Change

Part = TypeVar("Part")

Step: TypeAlias = "tuple[str, int, int, int, int]"
_PAIRS = 3_000_000
"""How many pairs of equal parts are looked at; a long clause and its change have a hundredth of it."""


def steps(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Step]:
    """How one list becomes the other, as ``difflib`` tells it: equal, replace, delete or insert, each with its bounds.

    Where the lists are made of the same part over and over, what lies between their common ends is replaced whole.
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


def _between(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Step]:
    counted = Counter(new)
    if sum(counted[part] for part in old) > _PAIRS:
        return [("replace", 0, len(old), 0, len(new))]
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def stretches(
    old: Sequence[Part], new: Sequence[Part], key: Callable[[Part], Hashable], is_space: Callable[[Part], bool]
) -> Iterator[tuple[Change, list[Part]]]:
    """What was kept, removed and added, in order; a space between two changes is changed with them.

    Args:
        old: The parts as they were.
        new: The parts as they are.
        key: The same for two parts that are read alike.
        is_space: Whether nothing of a part is seen: changes around it read as one phrase.
    """
    removed: list[Part] = []
    added: list[Part] = []
    for step, start, end, first, last in steps([key(each) for each in old], [key(each) for each in new]):
        before, after = list(old[start:end]), list(new[first:last])
        between = removed and added and end < len(old) and all(map(is_space, after))
        if step != "equal" or between:
            removed, added = removed + before, added + after
        else:
            yield from _told(removed, added)
            yield Change.KEPT, after
            removed, added = [], []
    yield from _told(removed, added)


def _told(removed: list[Part], added: list[Part]) -> Iterator[tuple[Change, list[Part]]]:
    yield from ((change, parts) for change, parts in ((Change.REMOVED, removed), (Change.ADDED, added)) if parts)
