"""Names in a list with commas, such as those of formats and of documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click


def formats_of(form: str) -> list[str]:
    """The formats that are asked for, each once."""
    from leadkit.documents.building import WRITERS

    return chosen(form, WRITERS, "format") or list(WRITERS)


def chosen(written: str, known: Iterable[str], what: str) -> list[str]:
    """The names in a list with commas, each once; a name that is not known is a mistake of usage."""
    from leadkit.diagnostic import listed, nearest

    names = list(dict.fromkeys(each.strip() for each in written.split(",") if each.strip()))
    words: list[str] = []
    unread = iter(known)
    for name in names:
        if name not in words and name not in _taken(unread, words):
            meant = nearest(name, words)
            hint = f"Did you mean {meant}?" if meant else f"Use {listed(words)}."
            raise click.BadParameter(f"There is no {what} {name}. {hint}", param_hint=f"--{what}")
    return names


def _taken(unread: Iterator[str], words: list[str]) -> Iterator[str]:
    """Read further words one by one, and keep them."""
    for word in unread:
        words.append(word)
        yield word
