"""The conformance corpus binds every engine: the same policy and case, the same answer."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from leadkit.policy.engine import load
from leadkit.policy.policy import Policy
from tests.policy.conformance.making import answered
from tests.policy.conformance.writing import CORPUS
from tests.programs import PROGRAMS

FILES = sorted(CORPUS.glob("*.jsonl"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_engine_gives_the_answers_of_the_corpus(file: Path) -> None:
    first, *lines = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    engine = load(first["policy"])
    for line in lines:
        assert answered(engine, line["case"]) == line["answer"]


def test_it_holds_two_thousand_cases_of_every_program_and_outcome() -> None:
    outcomes: Counter[str] = Counter()
    for file in FILES:
        for line in file.read_text(encoding="utf-8").splitlines()[1:]:
            outcomes[json.loads(line)["answer"]["outcome"]] += 1
    assert sum(outcomes.values()) >= 2_000
    assert min(outcomes[one] for one in ("eligible", "not_eligible", "needs_information", "needs_discretion")) >= 100
    assert {file.stem for file in FILES} >= set(PROGRAMS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_policy_of_it_has_the_form(file: Path) -> None:
    with file.open(encoding="utf-8") as lines:
        assert Policy.model_validate_json(json.dumps(json.loads(next(lines))["policy"])).rules
