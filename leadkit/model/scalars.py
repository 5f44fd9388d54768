"""Plain values as a planner writes them, each read from text by its field."""

from __future__ import annotations

import re
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BeforeValidator, StringConstraints

_WHOLE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+")
"""Digits, with commas between thousands only: ``2,0`` may be a slip for 2.0 or for 20."""


def _flag(value: object) -> object:
    """Take yes, no, true and false only: pydantic would also read ``1``, ``n`` or ``off``."""
    if isinstance(value, str):
        word = value.strip().lower()
        if word in ("yes", "true"):
            return True
        if word in ("no", "false"):
            return False
    if isinstance(value, bool):
        return value
    raise ValueError("write yes or no")


def _whole(value: object) -> object:
    """Take digits only: pydantic would also read ``12.0`` and ``1_000``."""
    if isinstance(value, str):
        text = value.strip()
        if _WHOLE.fullmatch(text) and len(text) <= 15:
            return int(text.replace(",", ""))
    elif isinstance(value, int) and not isinstance(value, bool):
        return value
    raise ValueError("write a whole number, such as 18")


def _several(value: object) -> object:
    """Read one value where several are allowed as a list of one."""
    return [value] if isinstance(value, str) else value


def _inside(value: str) -> str:
    """Take the path of a file below the folder, in the form that every system reads."""
    steps = value.split("/")
    if "\\" in value or ":" in value or "\0" in value or any(step in ("", ".", "..") for step in steps):
        raise ValueError("write the path of a file inside the program's folder, such as maps/downtown.geojson")
    return value


Line = Annotated[str, StringConstraints(min_length=1, max_length=400, strip_whitespace=True)]
"""A name, title or label: one line of text."""

Prose = Annotated[str, StringConstraints(min_length=1, max_length=20_000, strip_whitespace=True)]
"""A sentence or more, printed as it stands and never read as markup."""

Flag = Annotated[bool, BeforeValidator(_flag)]
"""Yes or no."""

Count = Annotated[int, BeforeValidator(_whole)]
"""A whole number of zero or more."""

Url = Annotated[str, StringConstraints(pattern=r'^https?://[^\s<>"]+$', max_length=2000)]
"""A web address that begins with http:// or https://."""

Path = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_inside)]
"""The path of a file inside the program's folder, with forward slashes."""

PATH_PATTERN = r"^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$"
FieldPath = Annotated[str, StringConstraints(pattern=PATH_PATTERN, max_length=300)]
"""The dotted path of a field of the program, such as agreement.term."""

OPEN_PATH_PATTERN = r"^[A-Za-z0-9_-]+(?:\.(?:[A-Za-z0-9_-]+|\*))*$"
OpenPath = Annotated[str, StringConstraints(pattern=OPEN_PATH_PATTERN, max_length=300)]
"""The dotted path of a field, in which ``*`` may stand for an id: agencies.*.form."""

Value = TypeVar("Value")
Several = Annotated[tuple[Value, ...], BeforeValidator(_several)]
"""One value or a list of values."""
