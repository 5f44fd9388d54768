"""Findings because of which others are not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic


def hides_others(one: Diagnostic) -> bool:
    """Whether rules may not have been run because of it: no rule runs over what cannot be read."""
    return one.is_error and one.code.startswith(("LK1", "LK2"))
