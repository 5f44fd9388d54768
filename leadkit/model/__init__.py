"""The typed program: one file for each section of the YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.model.load import Jurisdiction, load
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing

__all__ = ["Jurisdiction", "Program", "Standing", "load"]

_HOMES = {"Program": "root", "Jurisdiction": "load", "Standing": "standing", "load": "load"}


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for, so that commands which need no model start without pydantic."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
