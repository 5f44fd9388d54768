"""Take what cannot be typed out of the text, so that everything else can still be checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from leadkit.source.tree import Mapping, Node, Step, Text, find

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

Typed: TypeAlias = "dict[str, Typed] | list[Typed] | BaseModel | str | None"
"""Typed text in which some objects are typed already."""


def steps_in(root: Node, location: Sequence[str | int]) -> tuple[Step, ...]:
    """A location of pydantic's as steps of the text tree: the tag of a union is a step that is not in the file."""
    path: list[Step] = []
    for index, step in enumerate(location):
        here = find(root, path)
        if isinstance(here, Mapping) and str(step) not in here.entries and index < len(location) - 1:
            continue
        if isinstance(here, Text) or step == "[key]":
            continue
        path.append(step)
    return tuple(path)


def faulty_paths(root: Node, errors: Iterable[ErrorDetails]) -> set[tuple[Step, ...]]:
    """What has to go for the rest to be typed: the value at fault, or the object that lacks a field."""
    paths = set()
    for error in errors:
        path = steps_in(root, error["loc"])
        paths.add(path[:-1] if error["type"] == "missing" else path)
    return paths


def without(text: Typed, paths: Iterable[tuple[Step, ...]]) -> Typed:
    """A copy of plain text without the values at some paths."""
    gone = set(paths)
    return _copy(text, (), gone)


def _copy(text: Typed, path: tuple[Step, ...], gone: set[tuple[Step, ...]]) -> Typed:
    if isinstance(text, dict):
        return {name: _copy(value, (*path, name), gone) for name, value in text.items() if (*path, name) not in gone}
    if isinstance(text, list):
        return [_copy(value, (*path, at), gone) for at, value in enumerate(text) if (*path, at) not in gone]
    return text
