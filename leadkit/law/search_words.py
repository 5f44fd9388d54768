"""Words that the law uses for one thing, so that a search for one of them finds all."""

from __future__ import annotations

from functools import lru_cache

from leadkit.law.files import read_data
from leadkit.law.plain import Fields

FILE = "search_words.yaml"


def meant_by(word: str) -> tuple[str, ...]:
    """The words that a word of a search stands for, itself among them."""
    return _table().get(word.casefold(), (word.casefold(),))


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    groups = Fields(FILE, read_data(FILE)).entries("groups")
    return {word: group.words("words") for group in groups.values() for word in group.words("words")}
