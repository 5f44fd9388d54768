"""How much of a long list is tried: all of it where the gates are, which ``.ci/run`` sees to, and a part elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TypeVar

import pytest

Item = TypeVar("Item")
ALL = os.environ.get("LEADKIT_REQUIRE_GATES") == "1"
takes_long = pytest.mark.skipif(not ALL, reason="it takes long, and is tried where the gates are")


def sampled(items: Iterable[Item], one_in: int) -> list[Item]:
    """The items; without the gates one in so many, so that ``make test`` stays a matter of minutes."""
    return list(items)[:: 1 if ALL else one_in]


def examples(most: int) -> int:
    """How many examples hypothesis draws: so many where the gates are, and a quarter elsewhere."""
    return most if ALL else max(10, most // 4)
