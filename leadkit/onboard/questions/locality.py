"""Whose law an offense is, told by the name of its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.law import Offence


def holds_here(offence: Offence, governments: Iterable[str]) -> bool:
    """Whether it is law of the state, or of one of the governments; the law of a city never leaves its place."""
    locality = offence.locality
    return locality is None or _telling(locality) in [_telling(name) for name in governments]


def _telling(name: str) -> frozenset[str]:
    """The words that tell a place from others: the City of Santa Fe is Santa Fe, and Santa Fe County is not."""
    words = set(re.findall(r"\w+", name.casefold()))
    return frozenset(words - {"city", "of", "the", "and"} - ({"county"} if "city" in words else set()))
