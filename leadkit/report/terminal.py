"""Colour and width on a terminal."""

from __future__ import annotations

import unicodedata

_CODES = {"red": "31", "green": "32", "yellow": "33", "blue": "34", "bold": "1", "dim": "2"}


class Paint:
    """Wraps text in colour where the terminal shows it, and leaves it alone elsewhere."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def colour(self, text: str, name: str) -> str:
        """Text in a colour: red, green, yellow or blue."""
        return f"\x1b[{_CODES[name]}m{text}\x1b[0m" if self.on else text

    def bold(self, text: str) -> str:
        """Text in bold."""
        return self.colour(text, "bold")

    def dim(self, text: str) -> str:
        """Text that steps back."""
        return self.colour(text, "dim")


def clean(text: str) -> str:
    """Text as it may be shown: control and direction characters would act on the terminal, so they become ``�``."""
    if text.isprintable():  # nearly always, and told at once
        return text
    return "".join("    " if char == "\t" else "\N{REPLACEMENT CHARACTER}" if _acts(char) else char for char in text)


def width(text: str) -> int:
    """How many columns a text takes: wide characters take two, combining ones none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _acts(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char not in "\u200c\u200d"
