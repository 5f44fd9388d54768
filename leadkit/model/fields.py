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


def nearest_field(path: str) -> str | None:
    """The path that was probably meant."""
    from leadkit.diagnostic import nearest

    return nearest(path, (field.path for field in all_fields()))


def presences(path: str, name: str) -> tuple[str, ...]:
    """What silence means about a field of the object at a path; several where kinds of object differ."""
    here = (f"{path}.{name}", f"{path}.*.{name}")
    return tuple(dict.fromkeys(field.presence for field in all_fields() if field.path in here))


def _matches(pattern: list[str], words: list[str], least: int = 1) -> bool:
    """Whether a path fits a pattern in which ``*`` stands for ``least`` words or more."""
    if not pattern:
        return not words
    if pattern[0] != "*":
        return bool(words) and pattern[0] == words[0] and _matches(pattern[1:], words[1:], least)
    return any(_matches(pattern[1:], words[size:], least) for size in range(least, len(words) + 1))
