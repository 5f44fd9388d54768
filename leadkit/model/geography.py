"""Which areas lie in which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.model.areas import Area


class Geography:
    """The areas of a program by what they take in; each question is worked out once."""

    def __init__(self, areas: Mapping[str, Area]) -> None:
        """Note for each area the areas that take it in."""
        self._areas = areas
        self._around: dict[str, list[str]] = defaultdict(list)
        for name, area in areas.items():
            for part in area.includes:
                self._around[part].append(name)
        self._reached: dict[frozenset[str], frozenset[str]] = {}

    def reached(self, area: str, named: Collection[str]) -> bool:
        """Whether an area is one of those named, lies in one of them, or is made up of areas that do.

        No names mean everywhere.
        """
        if not named:
            return True
        key = frozenset(named)
        if key not in self._reached:
            self._reached[key] = frozenset(self._made_of(self._inside(key)))
        return area in self._reached[key]

    def _inside(self, named: Collection[str]) -> set[str]:
        """The named areas and all that they take in."""
        found: set[str] = set()
        waiting = list(named)
        while waiting:
            area = waiting.pop()
            if area not in found and area in self._areas:
                found.add(area)
                waiting.extend(self._areas[area].includes)
        return found

    def _made_of(self, inside: set[str]) -> set[str]:
        """The areas inside, and those of which every part is one of the result."""
        found = set(inside)
        lacking = {name: set(area.includes) for name, area in self._areas.items()}
        waiting = list(inside)
        while waiting:
            part = waiting.pop()
            for name in self._around[part]:
                lacking[name].discard(part)
                if not lacking[name] and name not in found:
                    found.add(name)
                    waiting.append(name)
        return found
