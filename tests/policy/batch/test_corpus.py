"""DuckDB and polars give the answers of the conformance corpus."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from leadkit.policy.policy import Policy
from tests.policy.batch.tables import ENGINES, columned, rows_of, screened
from tests.policy.conformance.writing import CORPUS
from tests.sampling import sampled

FILES = sorted(CORPUS.glob("*.jsonl"))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_table_gives_the_answers_of_the_corpus(engine: str, file: Path) -> None:
    first, *lines = file.read_text(encoding="utf-8").splitlines()
    policy = Policy.model_validate_json(json.dumps(json.loads(first)["policy"]))
    some = [json.loads(line) for line in sampled(lines, one_in=3)]
    answers, rejected = screened(engine, policy, rows_of(policy, [one["case"] for one in some], grouped=True))
    assert not rejected
    assert list(answers.values()) == [_answer(policy, one["answer"]) for one in some]


def _answer(policy: Policy, answer: dict[str, Any]) -> tuple[str, tuple[str, ...], set[str]]:
    holding = tuple(rule for rule, value in answer["rules"].items() if value is True or (value and True in value))
    return answer["outcome"], holding, columned(policy, answer["missing"])
