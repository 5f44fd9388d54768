"""In which section of a clause a box belongs that no line of the clause prints."""

from __future__ import annotations

from collections.abc import Sequence


def home_of(path: str, sections: Sequence[str]) -> int:
    """The place of the section about the thing that has a field; the last section where none is about it.

    Args:
        path: The field, as ``areas.downtown.bounds``.
        sections: The ids of the sections; one about a thing ends with the thing's id, as ``area-downtown``.
    """
    about = [index for index, section in enumerate(sections) if any(f".{end}." in f"{path}." for end in _ends(section))]
    return min(about, key=lambda index: len(sections[index])) if about else len(sections) - 1


def _ends(section: str) -> list[str]:
    """What may be the id of a thing at the end of a section's id: an id may itself have hyphens."""
    words = section.split("-")
    return ["-".join(words[index:]) for index in range(1, len(words))]
