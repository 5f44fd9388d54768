"""Because of what a clause differs, in the few words that a table has room for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadkit.documents.compare.comparison import ClauseChange, FieldChange
from leadkit.documents.redline.reasons import described, reasons
from leadkit.documents.text import printable

_FURTHER = re.compile(r"; |\. |, by id\b")

_MOST = 2
"""How many fields, and how many commits, are named; the comment in the redline names all."""


def because(clause: ClauseChange) -> tuple[str, str]:
    """What the fields that made a clause differ hold, with their paths; and who changed them, where git knows."""
    if not clause.fields:
        return " ".join(reasons(clause)), ""
    held: dict[str, list[str]] = {}
    for field in clause.fields:
        held.setdefault(_held(field), []).append(field.path)
    named = [f"{told} ({_few(paths, 1)})" if told else _few(paths, _MOST) for told, paths in held.items()]
    commits = dict.fromkeys(_commit(each) for each in clause.fields if each.commit)
    return _few(named, _MOST), _few(tuple(commits), _MOST)


def _held(field: FieldChange) -> str:
    """What a field holds, or the list that it is an entry of; what is said of it further is no part of that."""
    path = field.path
    while path and not described(path):
        path = path.rpartition(".")[0]
    return _FURTHER.split(described(path))[0] if path else ""


def _commit(field: FieldChange) -> str:
    return ", ".join(part for part in (printable(field.author), field.date, f"commit {field.commit}") if part)


def _few(told: Sequence[str], most: int) -> str:
    """The first of several things, and how many there are besides."""
    further = len(told) - most
    return "; ".join(told[:most]) + (f"; and {further} more" if further > 0 else "")
