"""Who supplies a fact: those who screen by the rules that ask it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.policy.names import names_in

if TYPE_CHECKING:
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.policy import Collection, Fact


@dataclass(frozen=True)
class Asked:
    """The facts and collections of a policy, each with those who supply it."""

    facts: dict[str, Fact]
    collections: dict[str, Collection]


def asked_of(builder: Builder) -> Asked:
    """Tell each fact and each collection who supplies it."""
    askers: dict[str, dict[str, None]] = defaultdict(dict)
    for rule in builder.rules:
        for name in _reached(builder, names_in(rule.when)):
            askers[name].update(dict.fromkeys(rule.screened_by))
    by_entry = {one.entry: name for name, one in builder.collections.items()}
    for name in list(askers):
        entry, _, field = name.partition(".")
        if field and entry in by_entry:
            askers[by_entry[entry]].update(askers[name])
    return Asked(
        {name: fact.model_copy(update={"asked_of": tuple(askers[name])}) for name, fact in builder.facts.items()},
        {
            name: one.model_copy(
                update={
                    "asked_of": tuple(askers[name]),
                    "facts": {
                        field: fact.model_copy(update={"asked_of": tuple(askers[f"{one.entry}.{field}"])})
                        for field, fact in one.facts.items()
                    },
                }
            )
            for name, one in builder.collections.items()
        },
    )


def _reached(builder: Builder, names: set[str]) -> set[str]:
    """The facts behind names, through the numbers that are made from collections."""
    found: set[str] = set()
    for name in names:
        reducer = builder.reducers.get(name)
        if reducer is None:
            found.add(name)
            continue
        found |= {reducer.of} | names_in(reducer.where)
        if reducer.reduce != "count":
            entry = builder.collections[reducer.of].entry
            found.add(f"{entry}.{reducer.fact}")
    return found
