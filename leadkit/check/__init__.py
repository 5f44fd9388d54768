"""Every finding about a program, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.check.run import check, check_jurisdiction

__all__ = ["check", "check_jurisdiction"]


def __getattr__(name: str) -> object:
    """Import the checks when they are first run: explaining a code needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from leadkit.check import run

    return getattr(run, name)
