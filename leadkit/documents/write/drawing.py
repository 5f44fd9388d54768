"""A figure as a drawing: two columns of names, and arrows that end apart from each other, in black on white."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from leadkit.documents.tree.plain import inline_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leadkit.documents.tree.blocks import Arrow, Figure
    from leadkit.documents.tree.inline import Inlines

WIDTH = 468.0
"""As wide as the text of a page with one-inch margins, in points, which every measure here is in."""

HIGHEST = 600.0
"""How high a drawing may be on a page; a higher one is made smaller as a whole."""

_WIDE, _LETTERS = 156.0, 36
_LINE, _PAD, _GAP = 11.0, 4.0, 6.0
_PORT = 10.5
_FURTHER = "  "
_SIZE, _LABEL_SIZE = 9.5, 8.5
_LABEL_LETTER = 4.4
_STUB, _HEAD = 5.0, 6.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure as SVG 1.1.

    Attributes:
        svg: The drawing; its letters are letters, in the font of the documents.
        width: Its width.
        height: Its height.
    """

    svg: str
    width: float
    height: float

    @property
    def shown_width(self) -> float:
        """How wide it is on a page, on which it has room as a whole."""
        return round(self.width * min(1.0, HIGHEST / self.height), 2)

    @property
    def shown_height(self) -> float:
        """How high it is there."""
        return round(self.height * self.shown_width / self.width, 2)


@dataclass(frozen=True, slots=True)
class _Box:
    """The names in a box, which begins ``top`` from the upper edge and has ``ports`` where arrows begin or end."""

    lines: tuple[str, ...]
    top: float
    height: float
    ports: int

    def port(self, place: int) -> float:
        return self.top + self.height * (place + 0.5) / self.ports


def drawn(figure: Figure) -> Drawing:
    """Draw a figure; the same figure gives the same drawing."""
    senders, recipients = _broken(figure.senders), _broken(figure.recipients)
    leaving = [_at(figure.arrows, place, leaving=True) for place in range(len(senders))]
    reaching = [_at(figure.arrows, place, leaving=False) for place in range(len(recipients))]
    height = max(_needed(senders, leaving), _needed(recipients, reaching))
    left, right = _column(senders, leaving, height), _column(recipients, reaching, height)
    begins = {arrow: left[arrow.sender].port(place) for arrows in leaving for place, arrow in enumerate(arrows)}
    ends = {arrow: right[arrow.recipient].port(place) for arrows in reaching for place, arrow in enumerate(arrows)}
    room = max((len(arrow.label) for arrow in figure.arrows), default=0) * _LABEL_LETTER + 8
    parts = [line for arrow in figure.arrows for line in _arrow(begins[arrow], ends[arrow], arrow.label, room)]
    parts += [line for box in left for line in _shown(box, 1)]
    parts += [line for box in right for line in _shown(box, WIDTH - _WIDE - 1)]
    return Drawing(_svg(parts, height), WIDTH, height)


def _at(arrows: Sequence[Arrow], place: int, *, leaving: bool) -> list[Arrow]:
    """The arrows at one box, from top to bottom as their other ends are, so that few of them cross."""
    if leaving:
        return sorted((each for each in arrows if each.sender == place), key=lambda each: each.recipient)
    return sorted((each for each in arrows if each.recipient == place), key=lambda each: each.sender)


def _broken(boxes: Sequence[Sequence[Inlines]]) -> list[tuple[str, ...]]:
    """The lines of each box: a name begins a line, and goes on below it a little to the right."""
    wrap = textwrap.TextWrapper(_LETTERS, subsequent_indent=_FURTHER)
    return [tuple(line for name in box for line in wrap.wrap(_begun(inline_text(name)))) for box in boxes]


def _begun(name: str) -> str:
    """A name as a line begins with it."""
    return name[:1].upper() + name[1:]


def _heights(names: Sequence[tuple[str, ...]], arrows: Sequence[Sequence[Arrow]]) -> list[float]:
    """The height of each box, which has room for its lines and for its arrows."""
    return [
        max(len(lines) * _LINE + 2 * _PAD, len(each) * _PORT + _PAD) for lines, each in zip(names, arrows, strict=True)
    ]


def _needed(names: Sequence[tuple[str, ...]], arrows: Sequence[Sequence[Arrow]]) -> float:
    """How high a column must be."""
    return sum(_heights(names, arrows)) + _GAP * (len(names) - 1) + 1


def _column(names: Sequence[tuple[str, ...]], arrows: Sequence[Sequence[Arrow]], height: float) -> list[_Box]:
    """The boxes of a column, spread over its height."""
    free = (height - _needed(names, arrows)) / (len(names) + 1)
    made: list[_Box] = []
    top = 0.5 + free
    for lines, each, own in zip(names, arrows, _heights(names, arrows), strict=True):
        made.append(_Box(lines, top, own, len(each)))
        top += own + _GAP + free
    return made


def _arrow(begin: float, end: float, label: str, room: float) -> Iterator[str]:
    """A line with its head; its label stands on the level part before the head, where no two lines meet."""
    start, tip = _WIDE + 1, WIDTH - _WIDE - 1
    level = tip - _HEAD - room
    points = ((start, begin), (start + _STUB, begin), (level, end), (tip - _HEAD, end))
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    yield f'<polyline points="{path}" fill="none" stroke="black" stroke-width="0.7"/>'
    head = f"{tip - _HEAD:.1f},{end - 2.6:.1f} {tip:.1f},{end:.1f} {tip - _HEAD:.1f},{end + 2.6:.1f}"
    yield f'<polygon points="{head}" fill="black"/>'
    width = len(label) * _LABEL_LETTER + 3
    middle = level + room / 2
    yield (
        f'<rect x="{middle - width / 2:.1f}" y="{end - 5:.1f}" width="{width:.1f}" height="10" fill="white"/>'
        f'<text x="{middle:.1f}" y="{end + 2.9:.1f}" font-size="{_LABEL_SIZE}" text-anchor="middle">'
        f"{escape(label)}</text>"
    )


def _shown(box: _Box, left: float) -> Iterator[str]:
    yield (
        f'<rect x="{left:.1f}" y="{box.top:.1f}" width="{_WIDE:.1f}" height="{box.height:.1f}" '
        'fill="white" stroke="black" stroke-width="0.9"/>'
    )
    first = box.top + box.height / 2 - (len(box.lines) - 1) * _LINE / 2 + _SIZE * 0.33
    for place, line in enumerate(box.lines):
        from_left = left + _PAD + (_PAD if line.startswith(_FURTHER) else 0)
        yield f'<text x="{from_left:.1f}" y="{first + place * _LINE:.1f}">{escape(line.strip())}</text>'


def _svg(parts: Sequence[str], height: float) -> str:
    size = f'viewBox="0 0 {WIDTH:.0f} {height:.1f}" width="{WIDTH:.0f}pt" height="{height:.1f}pt"'
    font = f'font-family="Liberation Serif, Times New Roman, serif" font-size="{_SIZE}" fill="black"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><g {font}>{"".join(parts)}</g></svg>'
