"""Which figure of which measure a value of a page shows."""

from __future__ import annotations

from typing import NamedTuple

_BEFORE = "measures.indicators."


class Shows(NamedTuple):
    """What a value shows: the field of an observation, such as ``value`` or ``breakdown.race.Black``."""

    measure: str
    when: str
    field: str


def observed(path: str) -> Shows | None:
    """What a value shows of a measure; None for one that shows no observation.

    Args:
        path: The field that the value came from.
    """
    measure, _, rest = path.removeprefix(_BEFORE).partition(".observations.")
    when, _, field = rest.partition(".")
    return Shows(measure, when, field) if path.startswith(_BEFORE) and when else None
