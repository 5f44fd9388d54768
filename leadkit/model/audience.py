"""Who may read a part of a program: what it says itself, or what is said around it; else the program's own staff."""

from __future__ import annotations

from collections.abc import Sequence

from leadkit.model.base import Item, Visibility

WIDENING = (Visibility.INTERNAL, Visibility.PARTNERS, Visibility.PUBLIC)
"""From the closest circle of readers to the widest."""
_CLOSER = (Visibility.INTERNAL, Visibility.PARTNERS)
_PLACE = "location"
"""What ``confidential_location`` keeps back of a provider; its telephone is how people reach it."""
_CATALOGUE, _OWN_LAW = "catalogue.", "law.local."
"""Where clauses read a law, and where the program declares its own."""


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
    value, rest = program, path.replace(_CATALOGUE, _OWN_LAW, 1) if path.startswith(_CATALOGUE) else path
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


def _inside(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, tuple):
        return value[int(step)] if str(step).isdigit() and int(step) < len(value) else None
    return getattr(value, str(step), None)
