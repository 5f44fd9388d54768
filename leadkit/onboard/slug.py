"""A name as an id and as the name of a folder, told apart from those that there are already."""

from __future__ import annotations

from collections.abc import Container

from leadkit.values.names import slug_of


def free_slug(name: str, taken: Container[str] = ()) -> str:
    """The slug of a name, with a number where another thing has it already."""
    slug = slug_of(name) or "program"
    number = 2
    found = slug
    while found in taken:
        found, number = f"{slug}-{number}", number + 1
    return found
