"""Who may read a part of a program: what it says itself, or what is said around it; else the program's own staff."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadkit.model.base import Item, Visibility

if TYPE_CHECKING:
    from leadkit.model.root import Program
    from leadkit.source.tree import Plain

WIDENING = (Visibility.INTERNAL, Visibility.PARTNERS, Visibility.PUBLIC)
"""From the closest circle of readers to the widest."""
_CLOSER = (Visibility.INTERNAL, Visibility.PARTNERS)
_PLACE = "location"
"""What ``confidential_location`` keeps back of a provider; its telephone is how people reach it."""


def audience_of(program: object, path: Sequence[str | int]) -> Visibility:
    """Who may read the value at a path.

    What an object says holds for all inside it. An object inside may keep something closer, and never widens what one
    around it keeps close: a public contact of an internal place stays internal.
    """
    said: Visibility | None = None
    value: object = program
    for step in path:
        value = _inside(value, step)
        own = value.visibility if isinstance(value, Item) else None
        if own is not None:
            said = own if said is None else min(said, own, key=WIDENING.index)
    return said or Visibility.INTERNAL


def is_kept_back(program: object, path: str, *, in_words: bool = False) -> bool:
    """Whether the program says of a field, or of what stands around it, that it is not for everybody, or confidential.

    Unlike :func:`audience_of` it takes silence for no such word.

    Args:
        program: The typed program.
        path: The field, as ``areas.shelter.hours``; an id in it may itself have dots.
        in_words: Whether somebody's own words about the field are meant: about a provider whose place is confidential
            they may tell that place.
    """
    value, rest = program, path
    while rest and value is not None:
        step = _step(value, rest)
        if (in_words or step == _PLACE) and getattr(value, "confidential_location", None) is True:
            return True
        value, rest = _inside(value, step), rest[len(step) + 1 :]
        said = value.visibility if isinstance(value, Item) else None
        if said in _CLOSER or getattr(value, "confidential", None) is True:
            return True
    return False


def _step(value: object, rest: str) -> str:
    """The first step of a path: of a collection, the id that the path goes on with."""
    ids = [str(key) for key in value if f"{rest}.".startswith(f"{key}.")] if isinstance(value, dict) else []
    return max(ids, key=len, default=rest.partition(".")[0])


def public_part(program: Program, text: Plain, path: tuple[str | int, ...] = ()) -> Plain:
    """What everybody may read of a program's text; None where that is nothing.

    Args:
        program: The typed program, which knows who may read what.
        text: The same program as plain text, or the part of it at ``path``.
        path: Where in the program ``text`` stands.
    """
    if isinstance(text, dict):
        kept = {name: public_part(program, value, (*path, name)) for name, value in text.items()}
        return {name: value for name, value in kept.items() if value is not None} or None
    if isinstance(text, list):
        items = [public_part(program, value, (*path, index)) for index, value in enumerate(text)]
        return [value for value in items if value is not None] or None
    return text if audience_of(program, path) is Visibility.PUBLIC else None


def _inside(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, tuple):
        return value[int(step)] if str(step).isdigit() and int(step) < len(value) else None
    return getattr(value, str(step), None)
