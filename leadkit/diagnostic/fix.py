"""A repair: text edits that keep every other byte of the file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the characters ``start`` to ``end`` of ``file`` with ``text``.

    Offsets count characters of the decoded text from 0; ``start == end`` inserts.
    """

    file: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A named repair.

    Attributes:
        title: What the repair does, as an instruction ("Rename the field to eligible").
        edits: The edits, which do not overlap.
    """

    title: str
    edits: tuple[Edit, ...]
