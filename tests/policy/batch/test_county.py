"""The programs that are shipped: what a table says of random cases is what the engine of single cases says."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import Any

import pytest

from leadkit.model.load import load as load_program
from leadkit.policy.compile import compile_policy
from leadkit.policy.engine import load
from leadkit.policy.policy import Fact, FactType, Policy
from leadkit.resources import programs
from tests.policy.batch.tables import ENGINES, expected, rows_of, screened

CASES = 150
PROGRAMS = ("example-county", "albany-ny", "santa-fe-nm", "seattle-king-wa")


def policy_of(name: str) -> Policy:
    policy = compile_policy(load_program(str(programs() / name)), name=name)
    assert policy is not None
    return policy


class Cases:
    """Cases at random, most of whose facts bar nobody, so that every outcome comes up."""

    def __init__(self, policy: Policy, seed: int, entries: int) -> None:
        self._policy = policy
        self._random = random.Random(seed)
        self._entries = entries
        self._harmless = {
            condition["fact"]: not condition["is"]
            for condition in _atoms(json.loads(policy.model_dump_json(by_alias=True))["rules"])
            if "is" in condition
        }

    def draw(self) -> dict[str, Any]:
        chance = self._random
        pathway = chance.choice(list(self._policy.pathways))
        known = chance.choice((0.5, 0.97, 1.0))
        facts = self._facts(self._policy.facts, known, "")
        for name, collection in self._policy.collections.items():
            if chance.random() < known:
                least = int(collection.entry == "charge" and self._policy.pathways[pathway].needs_charge)
                count = chance.randint(least, max(least, self._entries if chance.random() < 0.5 else 0))
                entry = f"{collection.entry}."
                facts[name] = [self._facts(collection.facts, known, entry) for _ in range(count)]
        return {"on": self._policy.on, "pathway": pathway, "facts": facts}

    def _facts(self, declared: dict[str, Fact], known: float, before: str) -> dict[str, Any]:
        return {
            name: self._answer(before + name, fact) for name, fact in declared.items() if self._random.random() < known
        }

    def _answer(self, name: str, fact: Fact) -> Any:
        chance = self._random
        if fact.type is FactType.YES_NO:
            harmless = self._harmless.get(name, False)
            return harmless if chance.random() < 0.97 else not harmless
        if fact.type is FactType.CHOICE:
            return chance.choice(list(fact.options))
        if fact.type is FactType.NUMBER:
            return chance.choice((0, 20, 40, 600, 900, 5000, 5001, 80_000)) % ((fact.at_most or 10**6) + 1)
        day = (date.fromisoformat(self._policy.on) - timedelta(days=chance.randint(0, 4000))).isoformat()
        return day[: chance.choice((4, 7, 10, 10))]


def _atoms(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [one for part in node for one in _atoms(part)]
    if isinstance(node, dict):
        return [node] if "fact" in node else [one for part in node.values() for one in _atoms(part)]
    return []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_decides_tables_as_it_decides_cases(engine: str, program: str) -> None:
    policy = policy_of(program)
    draw = Cases(policy, seed=1, entries=2)
    some = [draw.draw() for _ in range(CASES)]
    answers, rejected = screened(engine, policy, rows_of(policy, some, grouped=True))
    assert not rejected
    wanted = expected(load(json.loads(policy.model_dump_json(by_alias=True))), some, answers, policy)
    assert answers == wanted
    assert {outcome for outcome, _, _ in wanted.values()} >= {"not_eligible", "needs_information"}
