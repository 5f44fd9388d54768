"""Which pathways into the program are open."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.model.pathways import Pathway
    from leadkit.model.root import Program

ARREST = frozenset({"arrest_diversion"})
"""The pathway at which there is a charge."""

BY_OFFICERS = frozenset({"arrest_diversion", "social_contact"})
"""The pathways at which an officer meets the person."""


def open_pathways(program: Program, kinds: Collection[str] | None = None) -> dict[str, Pathway]:
    """The pathways that are said to be open, by id; only those of certain kinds where kinds are given."""
    return {
        name: pathway
        for name, pathway in program.pathways.items()
        if pathway.enabled and (kinds is None or pathway.kind.value in kinds)
    }


def meant(named: Collection[str], one: str) -> bool:
    """Whether a rule that names pathways, areas or levels is for this one; without names it is for all."""
    return not named or one in named
