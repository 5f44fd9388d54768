"""The typed program: one file for each section of the YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.model.load import Jurisdiction, Standing, load
    from leadkit.model.root import Program

__all__ = ["Jurisdiction", "Program", "Standing", "load"]

_HOMES = {"Program": "root", "Jurisdiction": "load", "Standing": "load", "load": "load"}


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for, so that commands which need no model start without pydantic."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
