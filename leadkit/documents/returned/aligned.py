"""Which line of a returned clause is which line of the clause as it was built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leadkit.documents.compare.steps import steps
from leadkit.documents.returned.marks import alike, keys

Pair = tuple[int | None, int | None]
"""A line as it was and as it is now, by their numbers from 0; None where there was none, or is none any more."""

_LEAST = 0.4
_AT_ITS_PLACE = 0.05
"""What a heading counts in the place of one with which it has nothing in common."""
_LONGEST_HEADING = 12
_MOST = 2500


def aligned(old: Sequence[str], new: Sequence[str]) -> tuple[Pair, ...]:
    """Pair the lines of two texts in order; lines that have too little in common are no pair."""
    pairs: list[Pair] = []
    for kind, i, j, k, m in steps(keys(old), keys(new)):
        if kind == "equal":
            pairs += zip(range(i, j), range(k, m), strict=True)
        else:
            pairs += _likened(old, new, range(i, j), range(k, m))
    return tuple(pairs)


def _likened(old: Sequence[str], new: Sequence[str], before: range, after: range) -> Iterator[Pair]:
    """Pair the lines that differ so that the pairs have the most in common together."""
    if len(before) * len(after) > _MOST:  # a clause that was rewritten as a whole has no pairs worth looking for
        yield from ((i, None) for i in before)
        yield from ((None, k) for k in after)
        return
    best = _best(old, new, before, after)
    i = k = 0
    while i < len(before) or k < len(after):
        step = best[i][k][1]
        yield (before[i] if step != "new" else None), (after[k] if step != "old" else None)
        i, k = i + (step != "new"), k + (step != "old")


def _best(old: Sequence[str], new: Sequence[str], before: range, after: range) -> list[list[tuple[float, str]]]:
    """For every rest of both sides, how much its best pairing has in common, and the first step of it."""
    rows, columns = len(before), len(after)
    best = [[(0.0, "")] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows, -1, -1):
        for k in range(columns, -1, -1):
            steps = []
            if i < rows and k < columns:
                same = alike(old[before[i]], new[after[k]])
                if same >= _LEAST:
                    steps.append((best[i + 1][k + 1][0] + same, "both"))
                elif _is_heading(old[before[i]]) and _is_heading(new[after[k]]):
                    steps.append((best[i + 1][k + 1][0] + _AT_ITS_PLACE, "both"))
            if i < rows:
                steps.append((best[i + 1][k][0], "old"))
            if k < columns:
                steps.append((best[i][k + 1][0], "new"))
            best[i][k] = max(steps, key=lambda step: step[0]) if steps else (0.0, "")
    return best


def _is_heading(line: str) -> bool:
    """Whether a line looks like a heading: a few words without a sign at their end."""
    return len(line.split()) <= _LONGEST_HEADING and not line.endswith((".", ";", ":", "; and", "; or"))
