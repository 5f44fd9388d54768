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
