"""The policy, made ready once."""

from __future__ import annotations

from functools import cache

from lead.engine import Engine, load
from lead.program import program


@cache
def engine() -> Engine | None:
    """The engine of the program's policy; None where the program cannot decide cases, so that people do."""
    policy = program().policy
    return load(policy) if policy else None


@cache
def pathway_asks(pathway: str) -> frozenset[tuple[str | None, str]]:
    """The facts that the rules of a pathway read, each with the list of which it is an entry's."""
    policy = program().policy or {}
    read: set[tuple[str | None, str]] = set()
    entries = {said["entry"]: of for of, said in policy.get("collections", {}).items()}

    def walk(part: object) -> None:
        if isinstance(part, list):
            for one in part:
                walk(one)
        if not isinstance(part, dict):
            return
        fact = part.get("fact")
        if isinstance(fact, str):
            first, _dot, rest = fact.partition(".")
            made = policy.get("reducers", {}).get(fact)
            if made:
                amount = made.get("fact")
                read.add((made["of"], amount.partition(".")[2] or amount)) if isinstance(amount, str) else None
                walk(made)
            elif first in entries:
                read.add((entries[first], rest))
            else:
                read.add((None, fact))
        for one in part.values():
            walk(one)

    for rule in policy.get("rules", ()):
        if pathway in rule["pathways"]:
            walk([rule["when"], [owner.get("when") for owner in rule["owners"]]])
    return frozenset(read)
