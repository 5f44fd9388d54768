"""A table says of every case what the engine of single cases says."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from leadkit.policy.engine import load
from leadkit.policy.policy import Policy
from tests.policy.batch.tables import ENGINES, expected, rows_of, screened
from tests.policy.strategies import COLLECTIONS, DAY, DAYS, FACTS, NUMBERS, PARTIAL, Json, policies

CASES = 150
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
SETTINGS = settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
"""Each policy is planned anew by the engine, which takes a second; its cases cost next to nothing."""
SEEDS = st.integers(0, 10**6)


@pytest.mark.parametrize("engine", ENGINES)
@SETTINGS
@given(policy=policies(rules=5), seed=SEEDS)
def test_a_row_is_decided_as_the_case_it_holds(engine: str, policy: Json, seed: int) -> None:
    typed, some = Policy.model_validate_json(json.dumps(policy)), _cases(seed, entries=1)
    answers, rejected = screened(engine, typed, rows_of(typed, some, grouped=False))
    assert not rejected
    assert answers == expected(load(policy), some, range(1, len(some) + 1), typed)


@pytest.mark.parametrize("several", ["all", "any", "most_serious"])
@pytest.mark.parametrize("engine", ENGINES)
@SETTINGS
@given(data=st.data(), seed=SEEDS)
def test_rows_of_one_case_are_decided_together(engine: str, several: str, data: st.DataObject, seed: int) -> None:
    policy = data.draw(policies(several=several, rules=5))
    typed, some = Policy.model_validate_json(json.dumps(policy)), _cases(seed, entries=3)
    answers, rejected = screened(engine, typed, rows_of(typed, some, grouped=True))
    assert not rejected
    keys = [f"case {number:04d}" for number in range(1, len(some) + 1)]
    assert answers == expected(load(policy), some, keys, typed)


def _cases(seed: int, entries: int) -> list[Json]:
    """As the strategy of cases draws them, and many at once."""
    chance = random.Random(seed)
    return [_case(chance, entries) for _ in range(CASES)]


def _case(chance: random.Random, entries: int) -> Json:
    pathway = chance.choice(("arrest", "social"))
    known = chance.choice((0.5, 0.9, 1.0))
    facts = _answers(chance, FACTS, known)
    for name, collection in COLLECTIONS.items():
        if chance.random() < known:
            count = chance.randint(int(name == "charges" and pathway == "arrest"), entries)
            facts[name] = [_answers(chance, collection["facts"], known) for _ in range(count)]
    return {"on": DAY, "pathway": pathway, "facts": facts}


def _answers(chance: random.Random, declared: dict[str, Json], known: float) -> Json:
    return {name: _answer(chance, fact) for name, fact in declared.items() if chance.random() < known}


def _answer(chance: random.Random, fact: Json) -> Any:
    answers = {"yes_no": (True, False), "date": DAYS + PARTIAL, "number": NUMBERS}
    return chance.choice(answers.get(fact["type"]) or list(fact["options"]))
