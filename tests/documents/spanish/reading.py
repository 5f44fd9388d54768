"""How easy a Spanish text is to read, counted on running text: Fernández Huerta and Szigriszt Pazos (INFLESZ).

The first is the one of 1959 with its correction (https://legible.es/blog/lecturabilidad-fernandez-huerta/): both go
from 0, very hard, to 100, very easy, and call a text plain from about 60 on.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tests.documents.people.reading import running_text

_SENTENCE_END = re.compile(r"[.!?:;](?=\s|$)|\n\s*\n")
_WORD = re.compile(r"[a-záéíóúüñ]+", re.IGNORECASE)
_STRONG, _WEAK = "aeoáéíóú", "iuü"
_VOWELS = re.compile(rf"[{_STRONG}{_WEAK}]+|(?<=[^{_STRONG}{_WEAK}])y\b|^y$")


def ease(markdown: str) -> tuple[float, float]:
    """The two measures of a text, without its headings, tables and boxes."""
    prose = running_text(markdown)
    words = _WORD.findall(prose)
    sentences = [part for part in _SENTENCE_END.split(prose) if _WORD.search(part)]
    per_word = sum(map(syllables, words)) / len(words)
    per_sentence = len(words) / len(sentences)
    return 206.84 - 60 * per_word - 1.02 * per_sentence, 206.835 - 62.3 * per_word - per_sentence


def syllables(word: str) -> int:
    """The syllables of a Spanish word: two strong vowels part, and so does a weak one with an accent."""
    small = re.sub("qu(?=[eiéí])", "q", re.sub("gu(?=[eiéí])", "g", word.lower()))
    return max(1, sum(_parts(run) for run in _VOWELS.findall(small)))


def _parts(vowels: str) -> int:
    return 1 + sum(_part(one, other) for one, other in pairwise(vowels))


def _part(one: str, other: str) -> bool:
    strong = one in _STRONG and other in _STRONG
    return strong or (one in "íú" and other in _STRONG) or (one in _STRONG and other in "íú")
