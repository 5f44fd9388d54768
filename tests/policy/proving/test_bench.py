"""Rules that were changed decide as if they were made anew."""

from __future__ import annotations

import json

from leadkit.policy.policy import Policy
from leadkit.policy.proving.bench import Bench
from leadkit.policy.proving.operators import mutants
from tests.policy.conformance.writing import CORPUS


def test_what_is_kept_of_the_rules_makes_no_difference() -> None:
    """Of Seattle, with numbers of charges, weights and records, each change on a sample of the corpus."""
    first, *lines = CORPUS.joinpath("seattle-king-wa.jsonl").read_text(encoding="utf-8").splitlines()
    policy = Policy.model_validate_json(json.dumps(json.loads(first)["policy"]))
    bench = Bench(policy)
    cases = [bench.read(json.loads(line)["case"]) for line in lines[::20]]
    for case in cases:
        bench.pathway(case.pathway)
    for mutant in mutants(policy):
        changed, anew = bench.with_change(mutant.policy), Bench(mutant.policy)
        assert [changed.verdict(case) for case in cases] == [anew.verdict(case) for case in cases], mutant.change
