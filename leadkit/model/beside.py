"""A value ``other`` that must be explained in the field beside it."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel


def explain_other(holder: BaseModel, field: str, beside: str) -> None:
    """Require the text beside a field that says ``other``.

    Args:
        holder: The object that has both fields.
        field: The field that takes one value of an enumeration, or several.
        beside: The field that says in words what ``other`` is.

    Raises:
        ValueError: ``field`` says ``other`` and ``beside`` is empty.
    """
    value = getattr(holder, field)
    chosen = value if isinstance(value, Iterable) and not isinstance(value, str) else (value,)
    if "other" in chosen and not getattr(holder, beside):
        raise ValueError(f'"{field}" says other: write what it is in "{beside}"')
