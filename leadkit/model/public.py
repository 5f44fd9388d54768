"""What everybody may read of a program's own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.audience import audience_of, is_kept_back
from leadkit.model.base import Visibility
from leadkit.model.measures.small import SmallFigures
from leadkit.model.walk import references

if TYPE_CHECKING:
    from leadkit.model.root import Program
    from leadkit.model.walk import Path
    from leadkit.source.tree import Plain

_MEASURES, _SEEN = ("measures", "indicators"), ("observations",)
"""Where a figure was observed, but for the id of its measure between."""


class PublicText:
    """Takes out of a program's text what is not for everybody: the same as its pages do not show."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._figures = SmallFigures(program.measures)
        self._pointing = {use.path for use in references(program) if self._is_gone(use.id, use.reference.collections)}

    def part(self, text: Plain, path: Path = ()) -> Plain:
        """What everybody may read; None where that is nothing.

        Args:
            text: The program as plain text, or the part of it at ``path``.
            path: Where in the program ``text`` stands.
        """
        here = (*path, 0) if isinstance(text, str) else path  # one value may be written where several may stand
        if path in self._pointing or here in self._pointing:
            return None
        if isinstance(text, dict):
            kept = {name: self.part(value, (*path, name)) for name, value in text.items()}
            return {name: value for name, value in kept.items() if value is not None} or None
        if isinstance(text, list):
            items = [self.part(value, (*path, index)) for index, value in enumerate(text)]
            return [value for value in items if value is not None] or None
        return text if self._is_public(path) else None

    def _is_public(self, path: Path) -> bool:
        if audience_of(self._program, path) is not Visibility.PUBLIC:
            return False
        if is_kept_back(self._program, ".".join(map(str, path))):  # what is confidential is so whatever else is said
            return False
        return not self._is_small(path)

    def _is_gone(self, id_: str, collections: tuple[str, ...]) -> bool:
        """Whether an id names something that is kept back: it often is its name."""
        return any(is_kept_back(self._program, f"{each}.{id_}") for each in collections)

    def _is_small(self, path: Path) -> bool:
        """Whether a value is a figure of too few people, or one that would give it away."""
        if path[:2] != _MEASURES or path[3:4] != _SEEN:
            return False
        measure, _, when, *field = path[2:]
        return self._figures.keeps_back(str(measure), str(when), ".".join(map(str, field)))
