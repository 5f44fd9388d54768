"""The rules of a program on a day beside its scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.policy.cases.desk import desk_of
from leadkit.policy.proving.examined import examine

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from leadkit.model.load import Jurisdiction
    from leadkit.policy.proving.examined import Examined
    from leadkit.policy.scenarios import Tested


def examined_of(
    jurisdiction: Jurisdiction, tested: Iterable[Tested], on: date | None = None, *, name: str = ""
) -> Examined | None:
    """Take the scenarios that the rules of a day decide; None where those rules cannot be read.

    Args:
        jurisdiction: The program.
        tested: Its scenarios, each decided on its day.
        on: The day; without one, that which the program is described as of.
        name: The name of its folder.
    """
    desk = desk_of(jurisdiction, on, name=name)
    return None if desk is None else examine(desk.policy, tested)
