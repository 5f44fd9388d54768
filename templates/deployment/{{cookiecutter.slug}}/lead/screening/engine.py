"""The policy, made ready once: its engine, and what its rules read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from lead.engine import Engine, load
from lead.program import program

Read = tuple[str | None, str]
"""A fact that a rule reads, with the list of which it is an entry's."""


@cache
def engine() -> Engine | None:
    """The engine of the program's policy; None where the program cannot decide cases, so that people do."""
    policy = program().policy
    return load(policy) if policy else None


@cache
def pathway_asks(pathway: str) -> frozenset[Read]:
    """The facts that the rules of a pathway read."""
    return frozenset(read for rule in rules_of(pathway) for read in _reads(rule))


def rules_of(pathway: str) -> list[dict[str, Any]]:
    """The rules of a pathway."""
    return [rule for rule in (program().policy or {}).get("rules", ()) if pathway in rule["pathways"]]


@cache
def hidden_facts() -> frozenset[Read]:
    """The facts that tell criminal history."""
    policy = program().policy or {}
    alone: set[Read] = {(None, name) for name, said in policy.get("facts", {}).items() if said["restricted"]}
    for of, said in policy.get("collections", {}).items():
        alone |= {(of, name) for name, fact in said["facts"].items() if said.get("restricted") or fact["restricted"]}
    return frozenset(alone)


def hides(rule: dict[str, Any]) -> bool:
    """Whether that a rule holds tells criminal history."""
    return bool(rule.get("restricted")) or not hidden_facts().isdisjoint(_reads(rule))


def _reads(rule: dict[str, Any]) -> set[Read]:
    return set(_walk([rule["when"], [owner.get("when") for owner in rule["owners"]]]))


def _walk(part: object) -> Iterator[Read]:
    if isinstance(part, list):
        for one in part:
            yield from _walk(one)
    elif isinstance(part, dict):
        if isinstance(part.get("fact"), str):
            yield from _fact(part["fact"])
        for one in part.values():
            yield from _walk(one)


def _fact(fact: str) -> Iterator[Read]:
    policy = program().policy or {}
    entries = {said["entry"]: of for of, said in policy.get("collections", {}).items()}
    first, _dot, rest = fact.partition(".")
    made = policy.get("reducers", {}).get(fact)
    if made:
        amount = made.get("fact")
        if isinstance(amount, str):
            yield made["of"], amount.partition(".")[2] or amount
        yield from _walk({name: value for name, value in made.items() if name != "fact"})
    elif first in entries:
        yield entries[first], rest
    else:
        yield None, fact
