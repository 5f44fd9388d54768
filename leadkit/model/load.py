"""From a folder to the typed program on a day."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from leadkit.model.prune import faulty_paths, without
from leadkit.model.resolve import UNDATED_SECTIONS, Resolution, resolve
from leadkit.model.versions import read_date, starts
from leadkit.source import Source, read
from leadkit.source.tree import Step, find, plain

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from leadkit.model.root import Program
    from leadkit.model.walk import Use


@dataclass(frozen=True)
class Standing:
    """A program as it stood on one day.

    Attributes:
        resolution: The text that holds on that day, and what is missing from it.
        program: The typed program without what could not be typed; None where nothing is left of it.
        faulty: The paths of what could not be typed.
        errors: What pydantic found, with locations in ``resolution.root``.
    """

    resolution: Resolution
    program: Program | None
    faulty: frozenset[tuple[Step, ...]]
    errors: tuple[ErrorDetails, ...]

    @property
    def on(self) -> date:
        """The day."""
        return self.resolution.on

    @property
    def broken(self) -> frozenset[str]:
        """The sections in which something could not be typed."""
        return frozenset(str(path[0]) for path in self.faulty)


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
        return max(self._starts, default=date.min)

    @cached_property
    def epochs(self) -> tuple[date, ...]:
        """The days on which something in the program begins, and ``as_of``, oldest first."""
        return tuple(sorted({*self._starts, self.as_of}))

    @cached_property
    def _starts(self) -> frozenset[date]:
        sections = self.source.root.entries.items()
        return frozenset(
            day for name, section in sections if name not in UNDATED_SECTIONS for day in starts(section.value)
        )

    @cached_property
    def uses_of_endings(self) -> tuple[Use, ...]:
        """Every reference to an id in a version that ends a value."""
        from leadkit.model.ending import endings
        from leadkit.model.walk import references

        return tuple(use for one in endings(self.source.root) for use in references(one.ending, one.path))

    def resolve(self, on: date | None = None) -> Standing:
        """The program as it stood on a day; without one, on ``as_of``."""
        resolution = resolve(self.source.root, on or self.as_of)
        return _type(resolution)


def load(place: str | os.PathLike[str]) -> Jurisdiction:
    """Read a program from a folder or from ``git:REV:FOLDER``.

    Nothing raises for what the planner wrote: findings about the text are in ``source.diagnostics``, findings about
    the shape in the result of ``resolve``.
    """
    return Jurisdiction(read(place))


def _type(resolution: Resolution) -> Standing:
    from pydantic import ValidationError

    from leadkit.model.root import Program

    text = plain(resolution.root)
    errors: tuple[ErrorDetails, ...] = ()
    faulty: set[tuple[Step, ...]] = set()
    while True:
        try:
            program = Program.model_validate(without(text, faulty) if faulty else text)
        except ValidationError as invalid:
            found = invalid.errors(include_url=False, include_input=False)
            errors = errors or tuple(found)
            more = faulty_paths(resolution.root, found) - faulty
            if () in more or not more:
                return Standing(resolution, None, frozenset(faulty), errors)
            faulty |= more
        else:
            return Standing(resolution, program, frozenset(faulty), errors)
