"""The rules of eligibility, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.model.eligibility.rule import Rule
    from leadkit.model.root import Program


def rules_of(program: Program) -> Iterator[tuple[tuple[str, ...], Rule]]:
    """Every rule that may keep a person out, with its path."""
    eligibility = program.eligibility
    for name in ("amounts", "exclusions", "history", "supervision"):
        for key, rule in getattr(eligibility, name).items():
            yield ("eligibility", name, key), rule
    for name in ("age", "residence"):
        one = getattr(eligibility, name)
        if one is not None:
            yield ("eligibility", name), one
