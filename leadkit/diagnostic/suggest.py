"""Did you mean: the word nearest to what was written."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant; None where nothing is near.

    Short words must be nearer than long ones: with three letters one change is already another word. A slip seldom
    falls on the first letter, so a word that begins otherwise must be nearer still: launched is not announced.
    """
    from difflib import SequenceMatcher, get_close_matches

    words = {_plain(word): word for word in known}
    wanted = _plain(written)
    if wanted in words:
        return words[wanted]
    turned = [word for word in words if sorted(word) == sorted(wanted)]
    if len(turned) == 1:
        return words[turned[0]]
    for found in get_close_matches(wanted, words, n=3, cutoff=0.8 if len(wanted) <= 3 else 0.72):
        if found[0] == wanted[0] or SequenceMatcher(None, wanted, found).ratio() >= 0.85:
            return words[found]
    return None


def _plain(word: str) -> str:
    return word.lower().replace("_", "-").replace(" ", "-")


def listed(words: Iterable[str], limit: int = 12) -> str:
    """Words as a sentence lists them: ``a, b or c``; a long list ends in a count of the rest."""
    names = list(words)
    if len(names) > limit:
        return f"{', '.join(names[:limit])} and {len(names) - limit} more"
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
