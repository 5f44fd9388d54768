"""Which question about a case comes next."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any


def next_fact(decision: dict[str, Any], passed: Collection[str]) -> str | None:
    """The fact that is best asked next: one whose answer can settle the case, else the first that is missing.

    Args:
        decision: The decision about what is known.
        passed: What was asked already and is not known.
    """
    deciding = decision.get("deciding")
    first = deciding if isinstance(deciding, list) else []
    return next((name for name in (*first, *decision["missing"]) if name not in passed), None)
