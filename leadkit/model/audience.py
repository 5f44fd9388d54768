"""Who may read a part of a program: what it says itself, or what is said around it; else the program's own staff."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadkit.model.base import Item, Visibility

if TYPE_CHECKING:
    from leadkit.model.root import Program

WIDENING = (Visibility.INTERNAL, Visibility.PARTNERS, Visibility.PUBLIC)
"""From the closest circle of readers to the widest."""


def audience_of(program: Program, path: Sequence[str | int]) -> Visibility:
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


def _inside(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, tuple):
        return value[int(step)] if str(step).isdigit() and int(step) < len(value) else None
    return getattr(value, str(step), None)
