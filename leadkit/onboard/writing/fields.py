"""The fields of an object that is written: those that have a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.source.tree import Plain

    Fields = dict[str, Plain]


def given(**fields: Plain) -> Fields:
    """The fields that have a value."""
    return {name: value for name, value in fields.items() if value not in ("", None, [], {})}
