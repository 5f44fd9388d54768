"""One step from a version of the format to the next: a pure function from nodes to text edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from leadkit.diagnostic import Edit
from leadkit.source import SourceText
from leadkit.source.tree import Mapping, Text


@dataclass(frozen=True, slots=True)
class File:
    """A file of a folder: its text, and what it says.

    Attributes:
        text: The text.
        root: Its sections.
    """

    text: SourceText
    root: Mapping

    def put(self, written: Text, value: str) -> Edit:
        """The edit that puts another value, or another name, in the place of one; quotes stay."""
        was = self.text.replace(written.span, value)
        quote = self.text.text[was.start] if written.quoted else ""
        return self.text.replace(written.span, f"{quote}{value}{quote}")


Edits: TypeAlias = Callable[[Sequence[File]], Iterable[Edit]]
"""From the files of one folder to the edits that bring them to the next version."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the format.

    Attributes:
        before: The version that it takes; it gives the one after.
        edits: Its edits. ``schema_version`` is none of them: whoever applies the step writes it.
    """

    before: int
    edits: Edits
