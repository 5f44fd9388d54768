"""Which part of a new text is the successor of which part of an old one.

Parts keep their order: one that was moved is removed in one place and added in another, because readers of a redline
check what stands where, and because Word calls files with marked moves unreadable.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from leadkit.documents.compare.sentences import alike
from leadkit.documents.compare.steps import steps

Part = TypeVar("Part")

LEAST_ALIKE = 0.5
"""From how alike on two parts without an id are versions of one another."""

_MOST_PAIRS = 40_000
"""How many pairs are looked at between two parts that are the same; a list that differs more is written anew."""


@dataclass(frozen=True, slots=True)
class Side(Generic[Part]):
    """A part with what it is known by.

    Attributes:
        part: The part.
        said: Its words: two parts with the same words are the same.
        kind: What kind of part it is; parts of different kinds are never versions of one another.
        id: Its id; empty where it has none. Parts with different ids are never versions of one another either.
        words: How often each word stands in it.
    """

    part: Part
    said: Hashable
    kind: Hashable = None
    id: str = ""
    words: Counter[str] = field(default_factory=Counter)


Pair = tuple[Part | None, Part | None]


def aligned(old: Sequence[Side[Part]], new: Sequence[Side[Part]]) -> Iterator[Pair[Part]]:
    """Pairs of an old and a new part in order; None stands for the one that is missing, removed ones before added."""
    before, after = ([(each.kind, each.id, each.said) for each in side] for side in (old, new))
    for step, start, end, new_start, new_end in steps(before, after):
        if step == "equal":
            parts = zip(old[start:end], new[new_start:new_end], strict=True)
            yield from ((was.part, now.part) for was, now in parts)
        else:
            yield from _likely(old[start:end], new[new_start:new_end])


def _likely(old: Sequence[Side[Part]], new: Sequence[Side[Part]]) -> Iterator[Pair[Part]]:
    """The pairs that have most in common as a whole, found from the end to the beginning."""
    best = _sums(old, new) if len(old) * len(new) <= _MOST_PAIRS else None
    row = column = 0
    while best and row < len(old) and column < len(new):
        if best[row][column] == best[row + 1][column]:
            yield old[row].part, None
            row += 1
        elif best[row][column] == best[row][column + 1]:
            yield None, new[column].part
            column += 1
        else:
            yield old[row].part, new[column].part
            row, column = row + 1, column + 1
    yield from ((each.part, None) for each in old[row:])
    yield from ((None, each.part) for each in new[column:])


def _sums(old: Sequence[Side[Part]], new: Sequence[Side[Part]]) -> list[list[float]]:
    """How much can be had in common from each pair of places to the end."""
    sums = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for row in reversed(range(len(old))):
        for column in reversed(range(len(new))):
            paired = _likeness(old[row], new[column])
            together = paired + sums[row + 1][column + 1] if paired else 0.0
            sums[row][column] = max(together, sums[row + 1][column], sums[row][column + 1])
    return sums


def _likeness(old: Side[Part], new: Side[Part]) -> float:
    if old.kind != new.kind or old.id != new.id:
        return 0.0
    likeness = alike(old.words, new.words)
    return 1.0 + likeness if old.id else likeness if likeness >= LEAST_ALIKE else 0.0
