"""The words that leadkit itself puts on a page, in one table for each language.

What a clause says stands in the clause, and what a program says in its YAML; everything else that a reader sees, from
the labels of the cover to the mark of a gap, is here and nowhere else.
"""

from __future__ import annotations

from leadkit.documents.words.english import ENGLISH
from leadkit.documents.words.spanish import SPANISH
from leadkit.documents.words.table import Words

LANGUAGES: dict[str, Words] = {words.tag: words for words in (ENGLISH, SPANISH)}
"""The languages of which leadkit has the words, by tag."""

FIRST = ENGLISH.tag
"""The language in which programs are written and every document is first printed."""

__all__ = ["FIRST", "LANGUAGES", "Words", "words_of"]


def words_of(language: str) -> Words:
    """The words of a language that leadkit has."""
    return LANGUAGES[language]
