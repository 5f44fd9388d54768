"""From a folder to the typed program on a day."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING

from leadkit.model.declared import steps_of
from leadkit.model.resolve import UNDATED_SECTIONS, Resolver
from leadkit.model.versions import ends, read_date, starts
from leadkit.source import Source, read
from leadkit.source.tree import Node, find, words

if TYPE_CHECKING:
    from leadkit.model.standing import Standing, Typing
    from leadkit.model.walk import Path, Use
    from leadkit.source import Parsed


@dataclass(frozen=True)
class Jurisdiction:
    """A folder of YAML, read.

    Attributes:
        source: The text with its positions.
    """

    source: Source

    @cached_property
    def as_of(self) -> date:
        """The day the program is described as of: ``program.as_of``, or the newest beginning written anywhere.

        Never the clock. Where nothing is dated it is the first day of the calendar.
        """
        written = read_date(find(self.source.root, ("program", "as_of")))
        if written is not None:
            return written.last
        return max(self._days(starts), default=date.min)

    @cached_property
    def epochs(self) -> tuple[date, ...]:
        """The days on which something in the program begins or is over, and ``as_of``, oldest first."""
        return tuple(sorted({*self._days(starts), *self._days(ends), self.as_of}))

    @cached_property
    def steps(self) -> Callable[[str], Path]:
        """Tells the steps of a dotted path; each path is worked out once, and rules ask for the same on every day."""
        return cache(partial(steps_of, self.source.root))

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self.source.root)

    @cached_property
    def _typing(self) -> Typing:
        from leadkit.model.standing import Typing

        return Typing()

    def _days(self, found_in: Callable[[Node], Iterator[date]]) -> set[date]:
        from leadkit.model.root import Program

        dated = Program.model_fields.keys() - UNDATED_SECTIONS  # a misspelt section may be one without days
        sections = self.source.root.entries.items()
        return {day for name, section in sections if name in dated for day in found_in(section.value)}

    @cached_property
    def uses_of_endings(self) -> tuple[Use, ...]:
        """Every reference to an id in a version that ends a value."""
        from leadkit.model.ending import endings
        from leadkit.model.walk import references

        return tuple(use for one in endings(self.source.root) for use in references(one.ending, one.path))

    @cached_property
    def uses(self) -> frozenset[Use]:
        """Every reference to an id on any day."""
        from leadkit.model.walk import references

        uses = set(self.uses_of_endings)
        for day in self.epochs:
            uses.update(self.resolve(day).each_section(references))
        return frozenset(uses)

    @cached_property
    def used(self) -> frozenset[tuple[str, str]]:
        """Every id that something refers to on any day, with the collections that may declare it."""
        return frozenset((collection, use.id) for use in self.uses for collection in use.reference.collections)

    @cached_property
    def unread(self) -> frozenset[str]:
        """Every word of what cannot be read on some day: it may be a reference."""
        found: set[str] = set()
        for day in self.epochs:
            standing = self.resolve(day)
            parts = (find(standing.resolution.root, path) for path in standing.faulty)
            found.update(word for part in parts if part is not None for word in words(part))
        return frozenset(found)

    def resolve(self, on: date | None = None) -> Standing:
        """The program as it stood on a day; without one, on ``as_of``."""
        return self._typing.of(self._resolver.on(on or self.as_of))


def load(
    place: str | os.PathLike[str], instead: Mapping[str, bytes] | None = None, parsed: Parsed | None = None
) -> Jurisdiction:
    """Read a program from a folder or from ``git:REV:FOLDER``; the others as ``leadkit.source.read`` has them.

    Nothing raises for what the planner wrote: findings about the text are in ``source.diagnostics``, findings about
    the shape in the result of ``resolve``.
    """
    return Jurisdiction(read(place, instead, parsed))
