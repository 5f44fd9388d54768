"""Words of a policy of which there are only some."""

from __future__ import annotations

from collections.abc import Collection


def one_of(what: str, word: str, words: Collection[str]) -> str:
    """A word of the policy, if it is one of those that there are.

    Args:
        what: What the policy says with it.
        word: The word.
        words: Those that there are.

    Raises:
        ValueError: It is another.
    """
    if word not in words:
        raise ValueError(f"There is no {what} that is called {word}, only {', '.join(words)}.")
    return word
