"""The fields that misspelt names mean, so that one slip gives one finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.diagnostic import nearest
from leadkit.model.paths import fields_at
from leadkit.model.prune import steps_in
from leadkit.model.root import Program

if TYPE_CHECKING:
    from leadkit.model.standing import Standing
    from leadkit.source.tree import Step


def meant_fields(standing: Standing) -> frozenset[tuple[Step, ...]]:
    """The paths of the fields that the unknown names in a program come nearest to."""
    found: set[tuple[Step, ...]] = set()
    for error in standing.errors:
        if error["type"] == "extra_forbidden":
            *owner, name = error["loc"]
            meant = nearest(str(name), fields_at(Program, tuple(owner)))
            if meant:
                found.add((*steps_in(standing.resolution.root, error["loc"])[:-1], meant))
    return frozenset(found)
