"""The search against z3, over many small policies at random; each case that it finds is decided by the engine too."""

from __future__ import annotations

import os
from collections import Counter
from random import Random

import pytest

from leadkit.policy.analysis.formulas import negated
from leadkit.policy.analysis.relations import read
from leadkit.policy.analysis.search import find
from leadkit.policy.analysis.settings import Setting
from leadkit.policy.analysis.witness import Witnesses
from tests.policy.analysis.random_policies import random_policy
from tests.sampling import ALL

pytestmark = pytest.mark.gate("python:z3")

POLICIES = int(os.environ.get("LEADKIT_RANDOM_POLICIES", "20000" if ALL else "500"))
"""How many; where the gates are the search is judged by as many as when it was written."""

BATCH = 500
SETTING = Setting("arrest", charged=True)


@pytest.mark.parametrize("batch", range(-(-POLICIES // BATCH)))
def test_the_search_and_z3_agree(batch: int) -> None:
    import z3

    from tests.policy.analysis.oracle import Oracle

    random = Random(batch)
    told: Counter[str] = Counter()
    for _ in range(BATCH):
        policy = random_policy(random)
        world = read(policy)
        signs = [random.random() < 0.6 for _ in policy.rules]
        wanted = [
            one.when if sign else negated(one.when) for one, sign in zip(world.sides[0].rules, signs, strict=True)
        ]
        answer = find(world, wanted)
        oracle = Oracle(policy)
        holds = [oracle.condition(rule.when) for rule in policy.rules]
        solver = z3.Solver()
        solver.add(
            *(one if sign else z3.Not(one) for one, sign in zip(holds, signs, strict=True)), *oracle.limits.values()
        )
        possible = solver.check() == z3.sat
        assert possible or answer.case is None, policy
        assert not possible or not answer.never, policy
        if answer.case is not None:
            (decided,) = Witnesses(world).of(answer.case, SETTING, wanted).decided
            assert [rule in decided.rules for rule in policy.rules] == signs, decided
        told["decided" if answer.decided else "not decided"] += 1
    assert told["decided"] > told["not decided"] * 100, told
