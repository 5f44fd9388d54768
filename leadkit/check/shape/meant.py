"""The fields that misspelt names mean, so that one slip gives one finding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leadkit.diagnostic import nearest
from leadkit.model.paths import fields_at
from leadkit.model.prune import steps_in
from leadkit.model.root import Program
from leadkit.model.versions import VERSIONS

if TYPE_CHECKING:
    from leadkit.model.standing import Standing
    from leadkit.source.tree import Step


def meant_field(written: str, known: Iterable[str]) -> str | None:
    """The field that an unknown name means; every object may be in ``versions``."""
    return nearest(written, known) or nearest(written, (VERSIONS,))


def accounted_for(path: tuple[Step, ...], misspelt: frozenset[tuple[Step, ...]]) -> bool:
    """Whether a field is given under a misspelt name, or may be in versions that are."""
    return path in misspelt or (*path[:-1], VERSIONS) in misspelt


def meant_fields(standing: Standing) -> frozenset[tuple[Step, ...]]:
    """The paths of the fields that the unknown names in a program come nearest to."""
    found: set[tuple[Step, ...]] = set()
    for error in standing.errors:
        if error["type"] == "extra_forbidden":
            *owner, name = error["loc"]
            meant = meant_field(str(name), fields_at(Program, tuple(owner)))
            if meant:
                found.add((*steps_in(standing.resolution.root, error["loc"])[:-1], meant))
    return frozenset(found)
