"""Where the words stand that counsel left or put in the place of a value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leadkit.documents.returned.marks import differences
from leadkit.documents.returned.today import TodayLine
from leadkit.documents.tree.blocks import Signature
from leadkit.documents.write.shown import ShownPart

_Change = tuple[int, int, int, int]


def places(now: TodayLine, text: str) -> Iterator[tuple[int, ShownPart, int, int]]:
    """Each value of a line by its number, with where its words begin and end in what came back.

    A value over whose end an edit runs has no place of its own any more, and is left out.

    Args:
        now: The line as the program prints it.
        text: The line as it came back.
    """
    changes = differences(now.text, text)
    for number, part in enumerate(now.parts):
        slid = [_slid(change, now.text, part) for change in changes]
        place = _place(part, slid, open_ended=_fills(part, now))
        if place is not None:
            yield number, part, *place


def _fills(part: ShownPart, line: TodayLine) -> bool:
    """Whether what is added behind a value can only belong to it: it is all of a line, or of a line to sign."""
    alone = part.start == 0 or any(isinstance(node, Signature) for node in line.shown.place)
    return alone and part.end == len(line.text)


def _slid(change: _Change, old: str, part: ShownPart) -> _Change:
    """A deletion that may as well be one of the same words with the space before or behind them, inside a value."""
    a, b, c, d = change
    if c != d:
        return change
    for step, same in ((-1, a > 0 and old[a - 1] == old[b - 1]), (1, b < len(old) and old[a] == old[b])):
        if same and part.start <= a + step and b + step <= part.end:
            return a + step, b + step, c + step, d + step
    return change


def _place(part: ShownPart, changes: Sequence[_Change], *, open_ended: bool) -> tuple[int, int] | None:
    """Where the words stand that are in the place of a value; None where an edit runs over one of its ends."""
    shift = 0
    start = end = None
    for a, b, _, d in changes:
        if (b <= part.start and a < part.start) or (a == b == part.start):
            shift = d - b
            continue
        if a > part.end or (a == part.end and not open_ended):
            break
        if a < part.start or b > part.end:
            return None
        start = part.start + shift if start is None else start
        end = d + (part.end - b)
    first = part.start + shift if start is None else start
    return first, (part.end + shift if end is None else end)
