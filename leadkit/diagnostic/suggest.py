"""Did you mean: the word nearest to what was written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from posixpath import commonprefix


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


def did_you_mean(written: str, known: Iterable[str]) -> str | None:
    """The question whether another id was meant; None where nothing is near, or too much.

    Another number names another law, and nobody can tell from a wrong one which was meant: all ids that are one slip of
    the hand away are named, or none.
    """
    meant = _meant(written, sorted(known))
    names = [f'"{word}"' for word in meant]
    return f"Did you mean {listed(names)}?" if 0 < len(names) <= _FEW else None


def _meant(written: str, known: list[str]) -> list[str]:
    best = nearest(written, known)
    if best is None:
        return []
    if not _DIGIT.search(written):  # which of several numbers was left out cannot be told either
        return [word for word in known if _DIGIT.sub("", word) == _DIGIT.sub("", best)]
    near = [word for word in known if _slip(_plain(written), _plain(word)) is not None]
    same = [word for word in near if _DIGIT.findall(word) == _DIGIT.findall(written)]
    if _DIGIT.findall(best) == _DIGIT.findall(written):
        return same or [best]
    return near


def one_slip_from(written: str, known: Iterable[str]) -> str | None:
    """The only known word that is one slip of the hand away: a letter too many, too few, wrong or out of turn.

    It must be so plain that it can be written without asking. A number is never taken for a slip, nor a letter that
    stands alone, as in ``beat-a``: another number or letter names another thing.
    """
    near = [word for word in known if _is_one_slip(_plain(written), _plain(word))]
    return near[0] if len(near) == 1 else None


def _is_one_slip(written: str, meant: str) -> bool:
    if written == meant:
        return True
    changed = _slip(written, meant)
    if changed is None:
        return False
    at = len(commonprefix((written, meant)))
    before, after = _LETTERS_BEFORE.search(meant[:at]), _LETTERS.match(meant[at:])
    letters = (before[0] if before else "") + (after[0] if after else "")
    return changed.isalpha() and len(letters) >= _SURE


def _slip(written: str, meant: str) -> str | None:
    """What one slip of the hand has changed, left out, added or turned; None where it takes more than one."""
    at = len(commonprefix((written, meant)))
    wrong, right = written[at:], meant[at:]
    if wrong[1:] == right[1:]:
        return wrong[:1] + right[:1]
    if wrong[1:] == right:
        return wrong[:1]
    if wrong == right[1:]:
        return right[:1]
    if wrong[:2] == right[1::-1] and wrong[2:] == right[2:]:
        return wrong[:2]
    return None


_FEW = 3
"""How many ids a question names; from more nobody can choose."""
_DIGIT = re.compile(r"[0-9]")
_SURE = 4
"""How many letters a word has in which one wrong letter is a slip and no other word."""
_LETTERS = re.compile(r"[^\W\d_]*")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]*\Z")


def _plain(word: str) -> str:
    return word.lower().replace("_", "-").replace(" ", "-")


def listed(words: Iterable[str], limit: int = 12) -> str:
    """Words as a sentence lists them: ``a, b or c``; a long list ends in a count of the rest."""
    names = list(words)
    if len(names) > limit:
        return f"{', '.join(names[:limit])} and {len(names) - limit} more"
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
