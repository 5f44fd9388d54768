"""``nothing_else: yes``: what a case does not name is answered so that it keeps nobody out, as far as that is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from leadkit.policy.cases.bearing import NONE, Bearing, bearing
from leadkit.policy.compile.builder import CHARGES, RECORDS
from leadkit.policy.policy import FactType

if TYPE_CHECKING:
    from leadkit.policy.policy import Fact, Policy

_LEVEL = "charge.level"
"""Its option ``none`` is a level, and the least serious one."""
_OFFENCE = "offence"
"""What a charge is for is told of each, and says nothing of the rest."""
_MEASURED = ("over-", "under-", "outside-hours", "residence-short")
"""How questions begin that stand for an amount, an age, a stay or a time which the program does not give."""


def fill(policy: Policy, pathway: str, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts of a case with what nothing else means.

    A yes-or-no question that is not named is answered no, and a choice that has the option ``none`` with it; a list
    that is not named is empty. What would keep somebody out by that answer stays unknown. So do dates, other choices,
    numbers and lists whose numbers are added up (what nobody has weighed does not weigh nothing), the charges where the
    pathway needs one, and all that is not said of a record: silence never clears it.
    """
    bears = bearing(policy, pathway)
    filled = dict(facts)
    for name, fact in policy.facts.items():
        _answer(filled, name, name, fact, bears)
    for name, collection in policy.collections.items():
        needed = name == CHARGES and policy.pathways[pathway].needs_charge
        if name not in filled:
            if not needed and name not in bears.of_empty and name not in bears.added_up:
                filled[name] = []
        elif filled[name] and name != RECORDS:
            filled[name] = [dict(entry) for entry in filled[name]]
            for entry in filled[name]:
                for field, fact in collection.facts.items():
                    _answer(entry, field, f"{collection.entry}.{field}", fact, bears)
    return filled


def _answer(facts: dict[str, Any], name: str, full: str, fact: Fact, bears: Bearing) -> None:
    if name in facts:
        return
    if fact.type is FactType.YES_NO:
        if full not in bears.of_no and not name.startswith(_MEASURED):
            facts[name] = False
    elif NONE in fact.options and full not in bears.of_none and full != _LEVEL and not _told_of(facts, full, bears):
        facts[name] = NONE


def _told_of(facts: dict[str, Any], full: str, bears: Bearing) -> bool:
    """Whether the case tells something of what the choice is about: what was done with a weapon, say."""
    entry, _, _ = full.rpartition(".")
    beside = (name.removeprefix(f"{entry}.") for name in bears.together.get(full, ()))
    return any(name in facts for name in beside if name != _OFFENCE)
