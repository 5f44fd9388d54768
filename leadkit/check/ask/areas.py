"""Which areas lie in which."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.model.root import Program


def reached(program: Program, area: str, named: Collection[str]) -> bool:
    """Whether an area is one of those named, lies in one of them, or is made up of areas that do.

    No names mean everywhere.
    """
    return not named or area in _inside(program, named) or _made_of(program, area, named, frozenset())


def _inside(program: Program, named: Collection[str]) -> set[str]:
    """The named areas and all that they take in."""
    found: set[str] = set()
    waiting = list(named)
    while waiting:
        area = waiting.pop()
        if area not in found and area in program.areas:
            found.add(area)
            waiting.extend(program.areas[area].includes)
    return found


def _made_of(program: Program, area: str, named: Collection[str], seen: frozenset[str]) -> bool:
    declared = program.areas.get(area)
    if declared is None or not declared.includes or area in seen:
        return False
    inside = _inside(program, named)
    return all(one in inside or _made_of(program, one, named, seen | {area}) for one in declared.includes)
