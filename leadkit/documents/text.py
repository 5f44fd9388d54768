"""Which characters a document carries."""

from __future__ import annotations

import re

REPLACEMENT = "\N{WHITE SQUARE}"
"""What stands for a character that no document may carry: a letter that our fonts have."""

_SPACES = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")
# XML 1.0 (section 2.2, Char) cannot carry these; the bidirectional controls, and the private-use marks that
# the template engine uses itself, would let a value show or act as something that it is not.
_UNCARRIED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ue000-\ue003\ufffe\uffff]"
)


def printable(text: str) -> str:
    """The text as every document prints it.

    Runs of line breaks, tabs and spaces become one space, none stands at the ends, and characters that no
    document may carry become a white square.
    """
    return _UNCARRIED.sub(REPLACEMENT, _SPACES.sub(" ", text).strip())


def loses_characters(text: str) -> bool:
    """Whether ``printable`` has to replace a character of ``text``."""
    return _UNCARRIED.search(text) is not None


class NoLetter(ValueError):  # noqa: N818  (what it is, not that it is an error)
    """The fonts of a format have no letters for some characters of a document.

    Attributes:
        characters: Those characters, in the order of the text.
    """

    def __init__(self, characters: str) -> None:
        super().__init__(characters)
        self.characters = characters
