"""Who supplies a fact: those who screen by the rules that ask it. What no rule asks is left out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.policy.comparisons import names_in, reached
from leadkit.policy.compile.builder import CHARGES

if TYPE_CHECKING:
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.policy import Collection, Fact, Reducer

_OF_EVERY_CHARGE = ("charge.offence", "charge.level")
"""What a case says of a charge in any event: what it is for, and how serious it is."""


@dataclass(frozen=True)
class Asked:
    """What the rules of a policy ask, each with those who supply it."""

    facts: dict[str, Fact]
    collections: dict[str, Collection]
    reducers: dict[str, Reducer]


def asked_of(builder: Builder) -> Asked:
    """Tell each fact and each collection who supplies it, and leave out what nothing asks."""
    askers: dict[str, dict[str, None]] = defaultdict(dict)
    for rule in builder.rules:
        for name in reached(names_in(rule.when), builder.reducers, builder.collections):
            askers[name].update(dict.fromkeys(rule.screened_by))
        for owner in rule.owners:
            named = names_in(owner.when) if owner.when else set()
            for name in reached(named, builder.reducers, builder.collections):
                askers.setdefault(name, {})
    for name in _OF_EVERY_CHARGE:
        askers.setdefault(name, {})
    return Asked(
        {name: _told(fact, askers[name]) for name, fact in builder.facts.items() if name in askers},
        {
            name: collection
            for name, one in builder.collections.items()
            if (collection := _of_collection(name, one, askers)) is not None
        },
        {name: one for name, one in builder.reducers.items() if name in askers},
    )


def _told(fact: Fact, by: dict[str, None]) -> Fact:
    return fact.model_copy(update={"asked_of": tuple(by)})


def _of_collection(name: str, one: Collection, askers: dict[str, dict[str, None]]) -> Collection | None:
    """A collection with the facts that are asked; None where neither they nor the collection itself is."""
    asked = {field: askers[f"{one.entry}.{field}"] for field in one.facts if f"{one.entry}.{field}" in askers}
    by = dict(askers.get(name, {}))
    for each in asked.values():
        by.update(each)
    if not asked and name not in askers and name != CHARGES:
        return None
    facts = {field: _told(one.facts[field], each) for field, each in asked.items()}
    return one.model_copy(update={"facts": facts, "asked_of": tuple(by)})
