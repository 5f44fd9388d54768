"""Two versions of a program, each on a day, compared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from leadkit.policy.analysis.difference import Difference, difference
from leadkit.policy.analysis.law import law_notes
from leadkit.policy.cases.desk import names_of
from leadkit.policy.compile import compile_policy

if TYPE_CHECKING:
    from leadkit.model.load import Jurisdiction


@dataclass(frozen=True)
class Version:
    """A program on a day.

    Attributes:
        jurisdiction: The program.
        on: The day; None for that which it is described as of.
        name: The name of its folder.
    """

    jurisdiction: Jurisdiction
    on: date | None = None
    name: str = ""


def compare(old: Version, new: Version) -> Difference | None:
    """What two versions decide differently; None where one of them cannot be read."""
    policies = [compile_policy(one.jurisdiction, one.on, name=one.name) for one in (old, new)]
    before, after = policies
    if before is None or after is None:
        return None
    standing = [one.jurisdiction.resolve(one.on) for one in (old, new)]
    names = [names_of(one.program) if one.program else {} for one in standing]
    found = difference(before, after, names)
    return replace(found, notes=(*found.notes, *law_notes(*standing)))
