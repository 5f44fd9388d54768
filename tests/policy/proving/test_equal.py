"""No change that is said to change no case is told apart by a case of the conformance corpus."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from leadkit.policy.policy import Policy
from leadkit.policy.proving.bench import Bench
from leadkit.policy.proving.mutation import tells
from leadkit.policy.proving.operators import mutants
from leadkit.policy.proving.telling import Telling
from tests.policy.conformance.writing import CORPUS

Json = dict[str, Any]

SMALL = [file for file in sorted(CORPUS.glob("*.jsonl")) if file.stem != "example-county"]


@pytest.mark.parametrize("file", SMALL, ids=lambda file: file.stem)
def test_a_change_that_is_equal_is_so_in_every_case_of_the_corpus(file: Path) -> None:
    first, *lines = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    policy = Policy.model_validate_json(json.dumps(first["policy"] | {"holds_from": None, "holds_until": None}))
    bench, telling = Bench(policy), Telling(policy)
    cases = [bench.read(line["case"]) for line in lines if _is_known(policy, line["case"]["facts"])]
    assert cases
    for mutant in mutants(policy):
        if telling.of(mutant).equal:
            changed = bench.with_change(mutant.policy)
            assert not any(tells(bench, changed, case) for case in cases), mutant.change


def test_what_several_charges_mean_makes_a_difference_where_charges_are_counted() -> None:
    first = json.loads(CORPUS.joinpath("seattle-king-wa.jsonl").read_text(encoding="utf-8").splitlines()[0])
    policy = Policy.model_validate_json(json.dumps(first["policy"]))
    telling = Telling(policy)
    assert [telling.of(one).equal for one in mutants(policy) if one.rule is None] == [False]


def _is_known(policy: Policy, facts: Json) -> bool:
    """Whether everything is known of a case."""
    lists = [(facts.get(name), one.facts) for name, one in policy.collections.items()]
    return all(facts.get(name) is not None for name in policy.facts) and all(
        entries is not None and all(entry.get(name) is not None for entry in entries for name in own)
        for entries, own in lists
    )
