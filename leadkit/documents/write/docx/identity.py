"""Ids and bookmark names made from the ids of clauses: a new clause leaves those of the others alone."""

from __future__ import annotations

import hashlib


def digest(key: str, length: int = 16) -> str:
    """The first hexadecimal digits of the SHA-256 of a key."""
    return hashlib.sha256(key.encode("utf-8")).hexdigest()[:length]


def clause_bookmark(clause: str) -> str:
    """The bookmark around a clause: Word hides names with a leading underscore and allows 40 characters."""
    return f"_lkc_{digest(f'clause:{clause}')}"


def target_bookmark(target: str) -> str:
    """The hidden bookmark of an article, section or item that references point at."""
    return f"_lkr_{digest(f'target:{target}')}"


class Identities:
    """Numbers between two bounds, each from the hash of its key; a collision takes the next free one."""

    def __init__(self, first: int, last: int) -> None:
        self._first, self._size = first, last - first + 1
        self._given: dict[str, int] = {}
        self._taken: set[int] = set()

    def number(self, key: str) -> int:
        """The number of ``key``, the same each time it is asked for."""
        if key not in self._given:
            place = int(digest(key), 16) % self._size
            while place in self._taken:
                place = (place + 1) % self._size
            self._taken.add(place)
            self._given[key] = self._first + place
        return self._given[key]
