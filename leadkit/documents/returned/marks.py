"""How a line is compared: a reference counts by what it points at, and what no person edits counts for nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from leadkit.documents.compare.steps import steps

OPENING, CLOSING = "\ue010", "\ue011"
MARK = re.compile(f"{OPENING}([^{CLOSING}]*){CLOSING}")
"""What stands for the number of a reference: the bookmark that it points at, between two private marks."""

# Marks of our own, and direction marks, which would let a text read as another.
_PRIVATE = re.compile("[\ue000-\uf8ff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TOKEN = re.compile(f"{OPENING}[^{CLOSING}]*{CLOSING}|[^\\W_]+|\\s+|.", re.DOTALL)
_SPACES = re.compile(r"[ \t\u00a0\u202f\u2007]+")
# Editors put these for one another on their own: quotation marks by autocorrection, spaces and hyphens by language.
_ALIKE = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2011": "-", "\u00ad": None})

_WORTH_A_LOOK = 0.4
_PAIRS = 100_000
"""Pairs of equal words above which two lines are likened by their stock of words alone; only a made one has so many."""
_SHOWN = 300


def mark(bookmark: str) -> str:
    """What stands for the number of a reference to a bookmark."""
    return f"{OPENING}{bookmark}{CLOSING}"


def without_marks(text: str) -> str:
    """A text from outside, in which nothing can be taken for a mark of ours."""
    return _PRIVATE.sub("\N{WHITE SQUARE}", text)


def readable(text: str, numbers: Mapping[str, str]) -> str:
    """A line as it is read, with the numbers of its references."""
    return MARK.sub(lambda found: numbers.get(found[1], "…"), text)


def shortened(text: str) -> str:
    """A text as a finding shows it."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def tidy(text: str) -> str:
    """A line with one space between words and none around it."""
    return _SPACES.sub(" ", text).strip()


def key(text: str) -> str:
    """What of a line counts."""
    return tidy(text.translate(_ALIKE))


def keys(lines: Iterable[str]) -> list[str]:
    """What of each line counts."""
    return [key(line) for line in lines]


def tokens(text: str) -> list[str]:
    """The words, spaces, signs and references of a line."""
    return _TOKEN.findall(text)


def alike(one: str, other: str) -> float:
    """How much two lines have in common, from 0 to 1, by their words."""
    words, others = _words(one), _words(other)
    match = SequenceMatcher(None, words, others, autojunk=False)
    bound = min(match.real_quick_ratio(), match.quick_ratio())  # most pairs of lines have little in common
    if bound < _WORTH_A_LOOK:
        return bound
    counted = Counter(others)
    return match.ratio() if sum(counted[each] for each in words) <= _PAIRS else bound


def _words(text: str) -> list[str]:
    return [each for each in tokens(key(text)) if not each.isspace()]


def differences(old: str, new: str) -> list[tuple[int, int, int, int]]:
    """What differs between two lines, word by word: where it begins and ends in each, in characters from 0."""
    before, after = tokens(old), tokens(new)
    at_old, at_new = _starts(before), _starts(after)
    plain, other = ([each.translate(_ALIKE) for each in side] for side in (before, after))
    return [(at_old[i], at_old[j], at_new[k], at_new[m]) for kind, i, j, k, m in steps(plain, other) if kind != "equal"]


def _starts(parts: list[str]) -> list[int]:
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return starts
