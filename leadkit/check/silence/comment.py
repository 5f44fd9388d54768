"""``# leadkit: ignore LK504 because …``, read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.source.comments import Comment, comments
from leadkit.source.lines import Line

if TYPE_CHECKING:
    from leadkit.diagnostic import Span
    from leadkit.source import SourceText

WORD = "ignore"
_TO_LEADKIT = re.compile(r"#+\s*leadkit\s*:\s*(\S*)\s*(.*)", re.IGNORECASE | re.DOTALL)
_BECAUSE = re.compile(r"\bbecause\b:?", re.IGNORECASE)
_SAYS = re.compile(r"\w")  # a dash before the reason is no code
_CODE = re.compile(r"LK[0-9]{3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Silence:
    """A comment to leadkit.

    Attributes:
        comment: Where it stands.
        span: The same place as a span.
        line: The line whose findings it silences: its own, or, where it stands alone, the next that says something.
            0 where nothing follows.
        word: What leadkit is told to do.
        codes: The codes it names, in capitals, and any other words in their place as they are.
        reason: Why; empty where no reason is given.
    """

    comment: Comment
    span: Span
    line: int
    word: str
    codes: tuple[str, ...]
    reason: str

    @property
    def readable(self) -> bool:
        """Whether it says to ignore something."""
        return self.word == WORD and bool(self.codes)


def silences(source: SourceText) -> Iterator[Silence]:
    """Every comment to leadkit in a file, in order."""
    if "leadkit" not in source.text.lower():  # to look for comments, the file has to be read again
        return
    for comment in comments(source):
        told = _TO_LEADKIT.fullmatch(comment.text)
        if told:
            codes, reason = _apart(told[2])
            yield Silence(
                comment,
                source.span(comment.start, comment.end),
                _line_meant(source, comment),
                told[1].lower(),
                codes,
                reason,
            )


def _apart(text: str) -> tuple[tuple[str, ...], str]:
    """The codes and the reason; a reason is words."""
    because = _BECAUSE.search(text)
    words = [word for word in re.split(r"[,;\s]+", text[: because.start()] if because else text) if _SAYS.search(word)]
    if because is None:
        words = [word for word in words if _CODE.fullmatch(word)]
    codes = tuple(dict.fromkeys(word.upper() if _CODE.fullmatch(word) else word for word in words))
    reason = " ".join(text[because.end() :].split()) if because else ""
    return codes, reason if any(letter.isalnum() for letter in reason) else ""


def _line_meant(source: SourceText, comment: Comment) -> int:
    line, _ = source.position(comment.start)
    if not comment.alone:
        return line
    later = range(line + 1, len(source.starts) + 1)
    return next((number for number in later if not Line(source.line(number)).silent), 0)
