"""A picture as SVG that explains itself: in black on white, and light on dark where the reader's screen is dark."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from leadkit.site.write.escape import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH = 420
"""As wide as a phone shows it without making its letters smaller."""
DARK = {"#fff": "#12191c", "#1a1a1a": "#e9eef0", "#f2f6f7": "#1d282d", "#1f5a6b": "#8fd0ea"}
"""What a color of a drawing is on a dark screen: the ground, the text, the boxes and the links of the site itself."""
_FONT = "system-ui, -apple-system, Segoe UI, Liberation Sans, Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and where it stands.

    Attributes:
        section: The section of the page.
        before: The place of the block before which it stands.
        svg: The drawing.
        alt: What it shows, in one sentence.
    """

    section: str
    before: int
    svg: str
    alt: str


def svg(parts: Iterable[str], height: float, title: str, told: str) -> str:
    """A drawing with its title and what it tells, for whoever opens it by itself and does not see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" '
        f'height="{height:.0f}" role="img" aria-labelledby="title told">'
        f'<title id="title">{written(title)}</title><desc id="told">{written(told)}</desc>'
        f"<style>@media (prefers-color-scheme: dark) {{ {_dark()} }}</style>"
        f'<rect width="{WIDTH}" height="{height:.0f}" fill="#fff"/>'
        f'<g font-family="{_FONT}" font-size="14" fill="#1a1a1a">{"".join(parts)}</g></svg>\n'
    )


def _dark() -> str:
    return " ".join(
        f'[{name}="{light}"] {{ {name}: {dark}; }}' for light, dark in DARK.items() for name in ("fill", "stroke")
    )


def text(x: float, y: float, words: str, *, anchor: str = "start", bold: bool = False) -> str:
    """Words at a place."""
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}"{weight}>{written(words)}</text>'


def written(words: str) -> str:
    """Words as text of XML."""
    return escape(one_line(words).strip())


def lines_of(words: str, letters: int, most: int) -> list[str]:
    """Words in a few lines; what has no room is cut off, for it stands beside the picture in full."""
    return textwrap.wrap(one_line(words), letters, max_lines=most, placeholder=" …") or [""]
