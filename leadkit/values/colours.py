"""How well one color is read on another (WCAG 2.1, success criterion 1.4.3)."""

from __future__ import annotations

CONTRAST = 4.5
"""The ratio that text of a usual size needs."""
_DARK, _LIGHT = "#000000", "#FFFFFF"
"""On any color one of the two has the contrast that text needs; of a dark gray that is not so."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colors, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_on(colour: str) -> str:
    """The color of text on a colored ground: light or dark, whichever is read better."""
    return max((_LIGHT, _DARK), key=lambda each: contrast(each, colour))


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
