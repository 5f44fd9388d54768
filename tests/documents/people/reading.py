"""How hard a text is to read: the school grade of Flesch and Kincaid, counted on running text."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n\s*\n")
_WORD = re.compile(r"[A-Za-z’'-]*[A-Za-z]")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<![aeiouytdlscxzgh])es$|(?<![aeiouytd])ed$|(?<![aeiouyl])e$")


def grade(markdown: str) -> float:
    """The school grade that a text asks for: 0.39 words per sentence + 11.8 syllables per word - 15.59.

    Headings, tables, boxes and blanks are left out: nobody reads them as sentences.
    """
    prose = running_text(markdown)
    words = _WORD.findall(prose)
    sentences = [part for part in _SENTENCE_END.split(prose) if _WORD.search(part)]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def running_text(markdown: str) -> str:
    """The paragraphs and items of a Markdown text."""
    lines = [line for line in markdown.split("\n") if not re.match(r"\s*(?:#|\||>)|- \*\*(?:Program|Status):", line)]
    return re.sub(r"\\_|\*|^\s*- (?:\([a-z]+\) )?", "", "\n\n".join(lines), flags=re.MULTILINE)


def syllables(word: str) -> int:
    """The syllables of a word, as a person would count them in almost every case."""
    small = word.lower().strip("’'-")
    return sum(max(1, len(_VOWELS.findall(_SILENT.sub("", part)))) for part in re.split("[’'-]", small) if part)
