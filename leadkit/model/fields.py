"""The text of every field, read from ``fields.json`` so that explaining a field needs no pydantic.

The file is written from the models by ``python -m leadkit.model.describe``; a test fails when it is stale.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("fields.json")
ANYWHERE = "@"
"""Stands for the path of any object, before the fields that every object has."""


@dataclass(frozen=True, slots=True)
class FieldText:
    """What a planner may read about a field.

    Attributes:
        path: Its path, with ``*`` where an id or the number of an item stands.
        description: What it holds.
        presence: What silence about it means: required, expected or optional.
        example: An example, as it is written in YAML.
        choices: The words it may hold, where they are fixed.
        fields: The fields of the object it holds.
        kinds: Where the objects at its place are of several kinds: those that have it.
    """

    path: str
    description: str
    presence: str
    example: str
    choices: tuple[str, ...]
    fields: tuple[str, ...]
    kinds: tuple[str, ...] = ()


@cache
def all_fields() -> tuple[FieldText, ...]:
    """Every field, in the order of the model."""
    with FILE.open(encoding="utf-8") as file:
        rows = json.load(file)
    lists = ("choices", "fields", "kinds")
    return tuple(FieldText(**{**row, **{name: tuple(row[name]) for name in lists}}) for row in rows)


def find_fields(path: str) -> tuple[FieldText, ...]:
    """The fields at a path; several where the path leads through objects of several kinds.

    An id in the path may contain dots, so any run of words may stand where the model has ``*``; or none at all, for a
    reader who asks about pathways.kind has no pathway in mind.
    """
    words = path.split(".")
    found = tuple(field for field in all_fields() if _matches(field.path.split("."), words))
    if found:
        return found
    found = tuple(field for field in all_fields() if _matches(field.path.split("."), words, least=0))
    if found:
        return found
    return tuple(field for field in all_fields() if field.path == f"{ANYWHERE}.{words[-1]}" and len(words) > 1)


def nearest_fields(path: str) -> tuple[str, ...]:
    """The paths that were probably meant: the nearest, else those that end with the word, or have it in their name."""
    from leadkit.diagnostic import nearest

    paths = tuple(dict.fromkeys(field.path for field in all_fields()))
    meant = nearest(path, paths)
    if meant is not None:
        return (meant,)
    word = path.rpartition(".")[2].lower().replace("-", "_")
    ends = tuple(one for one in paths if one.rpartition(".")[2] == word)
    return ends or tuple(one for one in paths if word in one.rpartition(".")[2].split("_"))


def inner_fields(field: FieldText) -> dict[tuple[str, tuple[str, ...]], list[str]]:
    """The fields of the object that a field holds, by what silence about them means and by the kinds that have them.

    No kinds: they are the same in every kind of object that may stand there.
    """
    rows = {name: _inner_rows(field.path, name) for name in field.fields}
    every = {kind for own in rows.values() for row in own for kind in row.kinds}
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for name, own in rows.items():
        for presence in dict.fromkeys(row.presence for row in own):
            kinds = dict.fromkeys(kind for row in own if row.presence == presence for kind in row.kinds)
            found.setdefault((presence, () if set(kinds) == every else tuple(kinds)), []).append(name)
    return found


def _inner_rows(path: str, name: str) -> tuple[FieldText, ...]:
    here = (f"{path}.{name}", f"{path}.*.{name}")
    return tuple(field for field in all_fields() if field.path in here)


def _matches(pattern: list[str], words: list[str], least: int = 1) -> bool:
    """Whether a path fits a pattern in which ``*`` stands for ``least`` words or more."""
    if not pattern:
        return not words
    if pattern[0] != "*":
        return bool(words) and pattern[0] == words[0] and _matches(pattern[1:], words[1:], least)
    return any(_matches(pattern[1:], words[size:], least) for size in range(least, len(words) + 1))
