"""Small numbers are hidden, and with them as many others as it takes that nobody can count back to them."""

from __future__ import annotations

from collections.abc import Sequence

Parts = tuple[int, ...]
"""What a line counts: how many, or how many did and how many did not."""


def small(parts: Parts, least: int) -> bool:
    """Whether a line counts so few that somebody could be known by it."""
    return any(0 < one < least for one in parts)


def hidden(lines: Sequence[Parts], least: int) -> set[int]:
    """Which lines of a table are hidden, where the sum of the lines is shown beside it.

    Lines that are hidden look alike, so nobody can tell a small one from one that is hidden beside it. One alone could
    be counted back from the sum, and so could several whose sum is small: then the next smallest is hidden too.
    """
    total = tuple(sum(one) for one in zip(*lines, strict=True))
    if small(total, least):
        return set(range(len(lines)))
    found = {index for index, parts in enumerate(lines) if small(parts, least)}
    sizes = [sum(parts) for parts in lines]
    rest = sorted((i for i, size in enumerate(sizes) if size and i not in found), key=lambda i: sizes[i])
    while found and rest and (len(found) == 1 or small(_sum(lines, found), least)):
        found.add(rest.pop(0))
    return found


def _sum(lines: Sequence[Parts], which: set[int]) -> Parts:
    return tuple(sum(one) for one in zip(*(lines[index] for index in which), strict=True))
