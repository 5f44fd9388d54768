"""From a folder to the typed program on a day."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from leadkit.model.resolve import UNDATED_SECTIONS, Resolution, resolve
from leadkit.model.versions import read_date, starts
from leadkit.source import Source, read
from leadkit.source.tree import find, plain

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from leadkit.model.root import Program


@dataclass(frozen=True)
class Standing:
    """A program as it stood on one day.

    Attributes:
        resolution: The text that holds on that day, and what is missing from it.
        program: The typed program. Sections with errors are left empty in it; None where the section ``program``
            or the version of the format itself has errors.
        broken: The sections that have errors.
        errors: What pydantic found, with locations in ``resolution.root``.
    """

    resolution: Resolution
    program: Program | None
    broken: frozenset[str]
    errors: tuple[ErrorDetails, ...]

    @property
    def on(self) -> date:
        """The day."""
        return self.resolution.on


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
        return frozenset(day for name, section in sections if name not in UNDATED_SECTIONS for day in starts(section.value))

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
    assert isinstance(text, dict)
    errors: tuple[ErrorDetails, ...] = ()
    broken: set[str] = set()
    while True:
        try:
            program = Program.model_validate({name: text[name] for name in text if name not in broken})
        except ValidationError as invalid:
            found = invalid.errors(include_url=False, include_input=False)
            errors = errors or tuple(found)
            sections = {str(error["loc"][0]) for error in found if error["loc"]}
            if not sections - broken:
                return Standing(resolution, None, frozenset(broken), errors)
            broken |= sections
        else:
            return Standing(resolution, program, frozenset(broken), errors)
